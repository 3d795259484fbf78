package suluh.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import suluh.core.disclosure.BundleCheck;
import suluh.core.disclosure.BundleVerdict;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;

/** The command {@code verify BUNDLE [--keys FILE]}: prints a line for each step, then the verdict. */
public final class VerifyCommand {
    /** Everything agrees. */
    public static final int VERIFIED = 0;
    /** Something does not agree, or the command could not be carried out. */
    public static final int FAILED = 1;

    private static final String USAGE = "Usage: verify BUNDLE [--keys FILE]   (FILE: one public key line for each log)";
    private static final long MAX_KEY_FILE_BYTES = 1 << 20;

    private VerifyCommand() {}

    /** Runs the command; gives its exit code. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        Path bundle = null;
        Path keys = null;
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals("--keys") && i + 1 < args.size() && keys == null) {
                i++;
                keys = Path.of(args.get(i));
            } else if (!args.get(i).startsWith("-") && bundle == null) {
                bundle = Path.of(args.get(i));
            } else {
                err.println(USAGE);
                return FAILED;
            }
        }
        if (bundle == null) {
            err.println(USAGE);
            return FAILED;
        }
        if (!Files.isDirectory(bundle)) {
            err.println("There is no folder at " + bundle + ". Name the first folder of the bundle, unpacked.");
            return FAILED;
        }
        try {
            List<NoteKey> trusted = keys == null ? List.of() : keys(keys);
            return tell(BundleCheck.check(new DiskBundle(bundle), trusted), out);
        } catch (IOException | LedgerFormatException e) {
            err.println("The check could not be carried out: " + e.getMessage());
            return FAILED;
        }
    }

    private static List<NoteKey> keys(Path file) throws IOException, LedgerFormatException {
        if (Files.size(file) > MAX_KEY_FILE_BYTES) {
            throw new IOException(file + " is larger than any file of keys");
        }
        List<NoteKey> keys = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(NoteKey.parse(line));
            }
        }
        if (keys.isEmpty()) {
            throw new IOException(file + " holds no key line");
        }
        return keys;
    }

    private static int tell(BundleVerdict verdict, PrintStream out) {
        for (BundleVerdict.Step step : verdict.steps()) {
            out.println(step.number() + " ok    " + step.title() + ": " + step.detail());
        }
        return switch (verdict) {
            case BundleVerdict.Verified verified -> {
                if (!verified.keyFromOutside()) {
                    out.println("Note: no --keys were given. The bundle agrees with itself and with the key inside it; "
                            + "whose key that is, it cannot prove.");
                }
                out.println("VERIFIED " + verified.files() + " files, " + verified.evidence() + " items, "
                        + verified.entries() + " ledger entries, " + verified.pointers()
                        + " findings pointers; signed by "
                        + verified.trustedKey());
                yield VERIFIED;
            }
            case BundleVerdict.NotVerified fault -> {
                out.println(fault.step() + " FAULT " + fault.title());
                out.println("NOT VERIFIED " + fault.where() + ": expected " + fault.expected() + ", found "
                        + fault.found());
                yield FAILED;
            }
        };
    }
}
