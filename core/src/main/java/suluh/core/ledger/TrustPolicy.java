package suluh.core.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Whose signatures make a checkpoint count: a C2SP tlog-policy file.
 *
 * @param logs any one of these must have signed; at least one here, since a bundle names its log
 * @param witnesses who may cosign, by their name in the file
 * @param groups groups by name, each over names that stand before it
 * @param quorum name of a witness or a group, or {@value #NONE}
 */
public record TrustPolicy(
        List<Party> logs, SequencedMap<String, Party> witnesses, SequencedMap<String, Group> groups, String quorum) {
    /** The quorum of no witness. */
    public static final String NONE = "none";

    /** What the specification asks of implementations, doubled. */
    private static final int MAX_LINES_OF_A_KIND = 64;

    private static final int MAX_SIZE_BYTES = 1 << 20;

    /**
     * A log or a witness.
     *
     * @param name its name in the file; a log has the name of its key
     * @param key its public key
     * @param url where it is reached, or empty
     */
    public record Party(String name, NoteKey key, Optional<String> url) {}

    /**
     * Members of which some number must have cosigned.
     *
     * @param least from 1 to the number of members
     * @param members names of witnesses and groups
     */
    public record Group(int least, List<String> members) {
        public Group {
            members = List.copyOf(members);
            if (least < 1 || least > members.size()) {
                throw new IllegalArgumentException("a group asks for 1 to all of its members");
            }
        }
    }

    /**
     * What the policy says of one checkpoint.
     *
     * @param log who signed as the log, or empty
     * @param cosigned witnesses that cosigned, with the time they did
     * @param missing witnesses that did not
     * @param quorumMet true when those who cosigned are enough
     */
    public record Standing(
            Optional<Party> log, SequencedMap<String, Instant> cosigned, List<String> missing, boolean quorumMet) {
        public Standing {
            missing = List.copyOf(missing);
        }
    }

    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = new LinkedHashMap<>(witnesses);
        groups = new LinkedHashMap<>(groups);
    }

    /** A policy of one log and nobody who cosigns. */
    public static TrustPolicy ofLog(NoteKey log) {
        Party party = new Party(log.name(), log, Optional.empty());
        return new TrustPolicy(List.of(party), new LinkedHashMap<>(), new LinkedHashMap<>(), NONE);
    }

    /** Whether this note's checkpoint counts. */
    public Standing standingOf(SignedNote note) {
        Optional<Party> log = logs.stream()
                .filter(party -> note.isSignedBy(party.key())
                        && note.text().startsWith(party.key().name() + "\n"))
                .findFirst();
        SequencedMap<String, Instant> cosigned = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Party witness : witnesses.values()) {
            Optional<Instant> at = note.cosignedBy(witness.key());
            at.ifPresentOrElse(time -> cosigned.put(witness.name(), time), () -> missing.add(witness.name()));
        }
        return new Standing(log, cosigned, missing, isMet(cosigned.keySet()));
    }

    private boolean isMet(Set<String> cosigned) {
        Set<String> met = new HashSet<>(cosigned);
        for (Map.Entry<String, Group> group : groups.entrySet()) {
            long present =
                    group.getValue().members().stream().filter(met::contains).count();
            if (present >= group.getValue().least()) {
                met.add(group.getKey());
            }
        }
        return quorum.equals(NONE) || met.contains(quorum);
    }

    /** The file's text, in the one form that Suluh writes: logs, witnesses, groups, quorum; addresses left out. */
    public String render() {
        StringBuilder out = new StringBuilder();
        logs.forEach(log -> out.append("log ").append(log.key().line()).append('\n'));
        witnesses.forEach((name, witness) -> out.append("witness ")
                .append(name)
                .append(' ')
                .append(witness.key().line())
                .append('\n'));
        groups.forEach((name, group) -> out.append("group ")
                .append(name)
                .append(' ')
                .append(group.least())
                .append(' ')
                .append(String.join(" ", group.members()))
                .append('\n'));
        return out.append("quorum ").append(quorum).append('\n').toString();
    }

    /** Reads a policy file; the message of a refusal names the line. */
    public static TrustPolicy parse(byte[] bytes) throws LedgerFormatException {
        if (bytes.length > MAX_SIZE_BYTES) {
            throw new LedgerFormatException("a policy of more than " + MAX_SIZE_BYTES + " bytes");
        }
        // Octets beyond ASCII are opaque in a policy; where they are no UTF-8, one char for each keeps them apart.
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        boolean isUtf8 = Arrays.equals(utf8.getBytes(StandardCharsets.UTF_8), bytes);
        String text = isUtf8 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.chars().anyMatch(c -> (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F)) {
            throw new LedgerFormatException("a policy with a control character other than tab and line feed");
        }
        PolicyLines lines = new PolicyLines(MAX_LINES_OF_A_KIND);
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String content = line.replace('\t', ' ').strip();
            if (!content.isEmpty() && content.charAt(0) != '#') {
                try {
                    lines.add(content.split(" +"));
                } catch (LedgerFormatException | IllegalArgumentException e) {
                    throw new LedgerFormatException("line " + number + " of the policy: " + e.getMessage(), e);
                }
            }
        }
        return lines.policy();
    }
}
