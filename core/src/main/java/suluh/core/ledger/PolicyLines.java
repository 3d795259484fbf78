package suluh.core.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.ledger.TrustPolicy.Group;
import suluh.core.ledger.TrustPolicy.Party;

/** The lines of a policy file, checked one by one as C2SP tlog-policy asks. */
final class PolicyLines {
    private final int maxOfAKind;
    private final List<Party> logs = new ArrayList<>();
    private final SequencedMap<String, Party> witnesses = new LinkedHashMap<>();
    private final SequencedMap<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> grouped = new HashSet<>();
    private final Set<String> logKeys = new HashSet<>();
    private final Set<String> witnessKeys = new HashSet<>();
    private @Nullable String quorum;

    PolicyLines(int maxOfAKind) {
        this.maxOfAKind = maxOfAKind;
    }

    void add(String[] words) throws LedgerFormatException {
        switch (words[0]) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> throw new LedgerFormatException("expected log, witness, group or quorum");
        }
        if (Math.max(logs.size(), Math.max(witnesses.size(), groups.size())) > maxOfAKind) {
            throw new LedgerFormatException("more than " + maxOfAKind + " lines of a kind");
        }
    }

    TrustPolicy policy() throws LedgerFormatException {
        if (quorum == null) {
            throw new LedgerFormatException("a policy without a quorum line");
        }
        if (logs.isEmpty()) {
            throw new LedgerFormatException("a policy without a log line");
        }
        return new TrustPolicy(logs, witnesses, groups, quorum);
    }

    private void log(String[] words) throws LedgerFormatException {
        count(words, 2, 3, "log KEY [URL]");
        NoteKey key = NoteKey.parse(words[1]);
        if (key.kind().isCosigner() || !logKeys.add(key.rawHex())) {
            throw new LedgerFormatException("a log's key is for logs, and stands there once");
        }
        logs.add(new Party(key.name(), key, word(words, 2)));
    }

    private void witness(String[] words) throws LedgerFormatException {
        count(words, 3, 4, "witness NAME KEY [URL]");
        NoteKey key = NoteKey.parse(words[2]);
        if (!key.kind().isCosigner() || !witnessKeys.add(key.rawHex())) {
            throw new LedgerFormatException("a witness's key is for cosigning, and stands there once");
        }
        fresh(words[1]);
        witnesses.put(words[1], new Party(words[1], key, word(words, 3)));
    }

    private void group(String[] words) throws LedgerFormatException {
        count(words, 4, Integer.MAX_VALUE, "group NAME all|any|NUMBER MEMBER…");
        fresh(words[1]);
        List<String> members = Arrays.asList(words).subList(3, words.length);
        for (String member : members) {
            if (!isDefined(member) || !grouped.add(member)) {
                throw new LedgerFormatException(
                        "member " + member + " must be defined before and belong to one group only");
            }
        }
        int least = switch (words[2]) {
            case "all" -> members.size();
            case "any" -> 1;
            default -> number(words[2]);
        };
        groups.put(words[1], new Group(least, members));
    }

    private void quorum(String[] words) throws LedgerFormatException {
        count(words, 2, 2, "quorum NAME");
        boolean isKnown = words[1].equals(TrustPolicy.NONE) || isDefined(words[1]);
        if (quorum != null || !isKnown) {
            throw new LedgerFormatException("one quorum line, naming what stands before it or " + TrustPolicy.NONE);
        }
        quorum = words[1];
    }

    private void fresh(String name) throws LedgerFormatException {
        if (name.equals(TrustPolicy.NONE) || isDefined(name)) {
            throw new LedgerFormatException("the name " + name + " is taken");
        }
    }

    private boolean isDefined(String name) {
        return witnesses.containsKey(name) || groups.containsKey(name);
    }

    private static int number(String word) throws LedgerFormatException {
        if (!word.matches("[1-9][0-9]{0,3}")) {
            throw new LedgerFormatException("expected all, any or a number, found " + word);
        }
        return Integer.parseInt(word);
    }

    private static void count(String[] words, int least, int most, String form) throws LedgerFormatException {
        if (words.length < least || words.length > most) {
            throw new LedgerFormatException("expected " + form);
        }
    }

    private static Optional<String> word(String[] words, int index) {
        return index < words.length ? Optional.of(words[index]) : Optional.empty();
    }
}
