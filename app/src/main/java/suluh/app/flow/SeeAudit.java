package suluh.app.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import suluh.app.store.StoreException;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.MerkleHash;
import suluh.core.ledger.MerkleProof;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.TileTree;

/** Shows an auditor who of the own agency did and saw what, newest first, and proves each line by the ledger. */
public final class SeeAudit {
    private static final int PAGE_LINES = 100;
    /** What an entry calls the person whom it is about. */
    private static final String PERSON = "person";

    private static final int BATCH = 2_000;
    /** Entries that one page looks through; the page says where it stopped. */
    private static final int MAX_SCANNED = 40_000;

    private final House house;

    public SeeAudit(House house) {
        this.house = house;
    }

    /**
     * Which entries are asked for; an empty text asks for any.
     *
     * @param person id or sign-in name of a person, or a part of the name
     * @param before place in the log below which to look, or -1 for the end
     */
    public record Question(String caseNumber, String person, String kind, long before) {}

    /**
     * An entry at its place in the log.
     *
     * @param people names of who did it and of the person whom it is about, by id
     */
    public record Line(long index, LedgerEntry entry, Map<String, PersonName> people) {
        /** Who did it. */
        public PersonName person() {
            return people.getOrDefault(entry.person(), new PersonName(entry.person(), entry.person(), ""));
        }
    }

    /**
     * A page of the answer.
     *
     * @param next where the next page begins, or 0 when all was looked through
     */
    public record Answer(List<Line> lines, long next, long size) {
        public Answer {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One entry with its proof.
     *
     * @param agrees true when the row of the database is the leaf of the log and the path leads to the signed root
     */
    public record Proved(
            Line line, String json, String root, long size, List<String> path, String checkpoint, boolean agrees) {}

    /** Entries of the own agency that answer the question. */
    public Outcome<Answer> lines(Acting acting, Question question) {
        return house.access().inHouse(acting, Act.AUDIT).then(allowed -> Outcome.done(answer(acting, question)));
    }

    private Answer answer(Acting acting, Question question) {
        long size = house.ledger().tree(house.ledger().integrate()).size();
        long before = question.before() < 0 ? size : Math.min(size, question.before());
        long lowest = Math.max(0, before - MAX_SCANNED);
        List<Line> lines = new ArrayList<>();
        NamePersons names = new NamePersons(house);
        Set<String> persons = persons(acting, question.person().strip());
        while (before > lowest) {
            long from = Math.max(lowest, before - BATCH);
            List<byte[]> leaves = house.ledger().leavesFrom(from, (int) (before - from));
            for (int i = leaves.size() - 1; i >= 0; i--) {
                LedgerEntry entry = parsed(leaves.get(i));
                if (answers(entry, acting, question) && (persons.isEmpty() || persons.contains(entry.person()))) {
                    lines.add(line(from + i, entry, names));
                }
                if (lines.size() == PAGE_LINES) {
                    return new Answer(lines, from + i, size);
                }
            }
            before = from;
        }
        return new Answer(lines, before, size);
    }

    private static boolean answers(LedgerEntry entry, Acting acting, Question question) {
        return entry.agency().equals(acting.agency())
                && isAny(question.caseNumber(), entry.caseNumber())
                && isAny(question.kind(), entry.kind().wire());
    }

    private static boolean isAny(String asked, String found) {
        return asked.isBlank() || asked.strip().equals(found);
    }

    /** Ids of the own agency's people whom these words name, and the words themselves as an id; none for no words. */
    private Set<String> persons(Acting acting, String words) {
        Set<String> persons = new HashSet<>();
        if (!words.isEmpty()) {
            persons.add(words);
            String name = words.toLowerCase(Locale.ROOT);
            house.people().all().stream()
                    .filter(person -> person.agency().equals(acting.agency()))
                    .filter(person -> person.login().equalsIgnoreCase(words)
                            || person.displayName().toLowerCase(Locale.ROOT).contains(name))
                    .forEach(person -> persons.add(person.id()));
        }
        return persons;
    }

    private static Line line(long index, LedgerEntry entry, NamePersons names) {
        return new Line(
                index,
                entry,
                names.of(Stream.concat(
                        Stream.of(entry.person()),
                        Stream.ofNullable(entry.subject().get(PERSON)))));
    }

    /** One entry of the own agency, compared anew with log and checkpoint. */
    public Outcome<Proved> prove(Acting acting, long index) {
        return house.access().inHouse(acting, Act.AUDIT).then(allowed -> {
            SignedNote note = house.ledger().integrate();
            TileTree tree = house.ledger().tree(note);
            Optional<Line> line = index < 0 || index >= tree.size()
                    ? Optional.empty()
                    : Optional.of(line(
                            index, parsed(house.ledger().leavesFrom(index, 1).getFirst()), new NamePersons(house)));
            return line.filter(found -> found.entry().agency().equals(acting.agency()))
                    .map(found -> Outcome.done(proved(found, tree, note)))
                    .orElseGet(() -> Outcome.refused(
                            CaseworkCode.ENTRY_UNKNOWN, "Your agency has no entry " + index + " in the ledger."));
        });
    }

    private Proved proved(Line line, TileTree tree, SignedNote note) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            List<Sha256Digest> path = tree.inclusionProof(line.index());
            byte[] row = house.ledger().leavesFrom(line.index(), 1).getFirst();
            boolean agrees = Arrays.equals(tree.entry(line.index()), row)
                    && MerkleProof.includes(MerkleHash.leaf(row), line.index(), tree.size(), path, checkpoint.root());
            return new Proved(
                    line,
                    suluh.core.canon.CanonicalJson.indented(line.entry().json()),
                    checkpoint.root().hex(),
                    tree.size(),
                    path.stream().map(Sha256Digest::hex).toList(),
                    note.render(),
                    agrees);
        } catch (IOException | LedgerFormatException e) {
            throw new StoreException("The ledger's proof could not be made: " + e.getMessage(), e);
        }
    }

    private static LedgerEntry parsed(byte[] leaf) {
        try {
            return LedgerEntry.parse(leaf);
        } catch (LedgerFormatException e) {
            throw new StoreException(
                    "A row of the ledger is no entry: " + e.getMessage() + ". Run suluh ledger audit.", e);
        }
    }
}
