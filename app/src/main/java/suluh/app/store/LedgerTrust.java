package suluh.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import suluh.app.host.DataFolder;
import suluh.app.host.Durable;
import suluh.app.host.HttpTimestampAuthority;
import suluh.app.host.TestTimestampAuthority;
import suluh.app.host.TimestampAuthority;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;
import suluh.core.ledger.TrustPolicy;

/**
 * Whom this installation asks to vouch for its ledger: {@code keys/policy} names the witnesses (C2SP tlog-policy, with
 * their addresses), {@code keys/time-stamping} the authorities, one address a line.
 */
public final class LedgerTrust {
    /** The line that asks for the built-in authority. */
    public static final String TEST_AUTHORITY = "test";

    private static final int MAX_AUTHORITIES = 9;

    private final DataFolder folder;
    private final NoteKey log;
    private final Clock clock;

    LedgerTrust(DataFolder folder, NoteKey log, Clock clock) {
        this.folder = folder;
        this.log = log;
        this.clock = clock;
    }

    /** The policy: that of the file, or of this log alone when there is none yet. */
    public TrustPolicy policy() throws IOException {
        Path file = policyFile();
        if (!Files.exists(file)) {
            return TrustPolicy.ofLog(log);
        }
        TrustPolicy policy;
        try {
            policy = TrustPolicy.parse(Files.readAllBytes(file));
        } catch (LedgerFormatException e) {
            throw new StoreException("The policy in " + file + " cannot be used: " + e.getMessage() + ".", e);
        }
        if (policy.logs().stream().noneMatch(party -> party.key().equals(log))) {
            throw new StoreException(
                    "The policy in " + file + " does not name this ledger's key; add the line: log " + log.line());
        }
        return policy;
    }

    /** Names the witnesses: these lines of a policy file follow the log's own. */
    public void name(List<String> witnessLines) throws IOException {
        String text = "log " + log.line() + "\n" + String.join("\n", witnessLines) + "\n";
        try {
            TrustPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (LedgerFormatException e) {
            throw new StoreException("The witness's lines cannot be used: " + e.getMessage() + ".", e);
        }
        Durable.write(policyFile(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks the built-in authority for stamps from now on. */
    public void useTestAuthority() throws IOException {
        Durable.write(authoritiesFile(), (TEST_AUTHORITY + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The authorities to ask; none when there is no file. */
    public List<TimestampAuthority> authorities() throws IOException {
        List<TimestampAuthority> authorities = new ArrayList<>();
        if (Files.exists(authoritiesFile())) {
            for (String line : Files.readAllLines(authoritiesFile())) {
                String word = line.strip();
                if (!word.isEmpty() && !word.startsWith("#")) {
                    authorities.add(authority(word));
                }
            }
        }
        if (authorities.size() > MAX_AUTHORITIES) {
            throw new StoreException(authoritiesFile() + " names more than " + MAX_AUTHORITIES + " authorities.");
        }
        return authorities;
    }

    private TimestampAuthority authority(String word) throws IOException {
        return word.equals(TEST_AUTHORITY)
                ? TestTimestampAuthority.kept(folder.keys().resolve("test-authority.key"), clock)
                : new HttpTimestampAuthority(word);
    }

    private Path policyFile() {
        return folder.keys().resolve("policy");
    }

    private Path authoritiesFile() {
        return folder.keys().resolve("time-stamping");
    }
}
