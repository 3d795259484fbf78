package suluh.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import suluh.core.bag.BagCheck;
import suluh.core.bag.BagVerdict;
import suluh.core.disclosure.BundleCheck;
import suluh.core.disclosure.BundleVerdict;
import suluh.core.disclosure.DisclosureCheck;
import suluh.core.disclosure.Trust;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.TrustPolicy;

/**
 * The command {@code verify BUNDLE [--keys POLICY] [--anchors PEM]}: prints a line for each step, then the verdict; with
 * {@code --against FULL} or {@code --reveal LINES} for a redacted bundle; and {@code verify --bag FOLDER} for a bag that is
 * no bundle.
 */
public final class VerifyCommand {
    /** Everything agrees. */
    public static final int VERIFIED = 0;
    /** Something does not agree, or the command could not be carried out. */
    public static final int FAILED = 1;

    private static final String USAGE =
            "Usage: verify BUNDLE [--against FULL | --reveal LINES] [--keys POLICY] [--anchors CERTIFICATES]\n"
                    + "       verify --bag FOLDER   any BagIt bag (RFC 8493; 0.93 to 0.97): complete and valid?\n"
                    + "  FULL          full bundle that the redacted BUNDLE is said to come from: what differs, and nothing else?\n"
                    + "  LINES         lines of openings.jsonl that somebody revealed: do they open their passages?\n"
                    + "  POLICY        public keys of log and witnesses, and their quorum (C2SP tlog-policy)\n"
                    + "  CERTIFICATES  PEM file of certificates that vouch for time-stamping authorities";
    private static final Set<String> OPTIONS = Set.of("--bag", "--keys", "--anchors", "--against", "--reveal");
    private static final long MAX_KEY_FILE_BYTES = 1 << 20;

    private VerifyCommand() {}

    /** Runs the command; gives its exit code. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        Optional<Arguments> arguments = Arguments.of(args);
        if (arguments.isEmpty()) {
            err.println(USAGE);
            return FAILED;
        }
        Path bundle = arguments.get().bundle();
        if (!Files.isDirectory(bundle)) {
            err.println("There is no folder at " + bundle + ". Name the first folder of the bundle, unpacked.");
            return FAILED;
        }
        try {
            if (arguments.get().asBag()) {
                return tell(BagCheck.check(new DiskBundle(bundle)), out);
            }
            return tell(verdict(arguments.get(), new DiskBundle(bundle)), out);
        } catch (IOException | LedgerFormatException | CertificateException e) {
            err.println("The check could not be carried out: " + e.getMessage());
            return FAILED;
        }
    }

    private static BundleVerdict verdict(Arguments arguments, DiskBundle bundle)
            throws IOException, LedgerFormatException, CertificateException {
        Trust trust = trust(arguments);
        if (arguments.against().isPresent()) {
            return DisclosureCheck.against(
                    bundle, new DiskBundle(arguments.against().get()), trust);
        }
        if (arguments.reveal().isPresent()) {
            try (InputStream lines = Files.newInputStream(arguments.reveal().get())) {
                return DisclosureCheck.reveal(bundle, lines, trust);
            }
        }
        return DisclosureCheck.isDisclosure(bundle)
                ? DisclosureCheck.check(bundle, trust)
                : BundleCheck.check(bundle, trust);
    }

    private record Arguments(
            Path bundle,
            boolean asBag,
            Optional<Path> keys,
            Optional<Path> anchors,
            Optional<Path> against,
            Optional<Path> reveal) {
        static Optional<Arguments> of(List<String> args) {
            Map<String, Path> named = new HashMap<>();
            for (int i = 0; i < args.size(); i++) {
                String word = args.get(i);
                boolean isOption = OPTIONS.contains(word);
                if (isOption ? i + 1 >= args.size() : word.startsWith("-")) {
                    return Optional.empty();
                }
                Path value = Path.of(isOption ? args.get(i + 1) : word);
                if (named.put(isOption ? word : "bundle", value) != null) {
                    return Optional.empty();
                }
                i += isOption ? 1 : 0;
            }
            Path bag = named.get("--bag");
            if (bag != null) {
                return named.size() == 1 ? Optional.of(of(bag, true, Map.of())) : Optional.empty();
            }
            if (named.containsKey("--against") && named.containsKey("--reveal")) {
                return Optional.empty();
            }
            return Optional.ofNullable(named.get("bundle")).map(bundle -> of(bundle, false, named));
        }

        private static Arguments of(Path bundle, boolean asBag, Map<String, Path> named) {
            return new Arguments(
                    bundle,
                    asBag,
                    Optional.ofNullable(named.get("--keys")),
                    Optional.ofNullable(named.get("--anchors")),
                    Optional.ofNullable(named.get("--against")),
                    Optional.ofNullable(named.get("--reveal")));
        }
    }

    private static Trust trust(Arguments arguments) throws IOException, LedgerFormatException, CertificateException {
        Optional<TrustPolicy> policy = Optional.empty();
        if (arguments.keys().isPresent()) {
            policy = Optional.of(TrustPolicy.parse(small(arguments.keys().get())));
        }
        List<X509Certificate> anchors = new ArrayList<>();
        if (arguments.anchors().isPresent()) {
            byte[] pem = small(arguments.anchors().get());
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                anchors.add((X509Certificate) certificate);
            }
        }
        return new Trust(policy, anchors);
    }

    private static byte[] small(Path file) throws IOException {
        if (Files.size(file) > MAX_KEY_FILE_BYTES) {
            throw new IOException(file + " is larger than any file of keys");
        }
        return Files.readAllBytes(file);
    }

    private static int tell(BagVerdict verdict, PrintStream out) {
        return switch (verdict) {
            case BagVerdict.Valid valid -> {
                valid.warnings().forEach(warning -> out.println("Note: " + warning + "."));
                out.println("VALID BAG of BagIt " + valid.version() + ": " + valid.payloadFiles() + " files, "
                        + valid.payloadBytes() + " bytes, compared by " + String.join(", ", valid.algorithms()) + ".");
                yield VERIFIED;
            }
            case BagVerdict.Invalid invalid -> {
                out.println("NO VALID BAG " + invalid.where() + ": expected " + invalid.expected() + ", found "
                        + invalid.found());
                yield FAILED;
            }
        };
    }

    private static int tell(BundleVerdict verdict, PrintStream out) {
        for (BundleVerdict.Step step : verdict.steps()) {
            out.println(step.number() + " ok    " + step.title() + ": " + step.detail());
        }
        return switch (verdict) {
            case BundleVerdict.Verified verified -> {
                note(verified.policyFromOutside(), verified.missing(), out);
                out.println("VERIFIED " + verified.files() + " files, " + verified.evidence() + " items, "
                        + verified.entries() + " ledger entries, " + verified.pointers() + " findings pointers; "
                        + signed(verified.log(), verified.cosigners())
                        + (verified.timestamps() == 0 ? "" : ", time-stamps: " + verified.timestamps()));
                yield VERIFIED;
            }
            case BundleVerdict.VerifiedDisclosure verified -> {
                note(verified.policyFromOutside(), verified.missing(), out);
                out.println("VERIFIED " + verified.edition().wire() + " edition of " + verified.disclosure() + ": "
                        + verified.files() + " files, " + verified.records() + " records, " + verified.redactions()
                        + " hidden passages, " + verified.entries() + " ledger entries; "
                        + signed(verified.log(), verified.cosigners()));
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

    private static void note(boolean policyFromOutside, List<String> missing, PrintStream out) {
        if (!policyFromOutside) {
            out.println("Note: no --keys were given. The bundle agrees with itself and with the keys inside "
                    + "it; whose keys those are, it cannot prove.");
        }
        if (!missing.isEmpty()) {
            out.println("Note: not cosigned by " + String.join(", ", missing) + ".");
        }
    }

    private static String signed(String log, List<String> cosigners) {
        return "signed by " + log
                + (cosigners.isEmpty() ? ", cosigned by nobody" : ", cosigned by " + String.join(", ", cosigners));
    }
}
