package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import suluh.app.host.Secrets;
import suluh.app.store.ComplaintStore.Origin;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Helpline;
import suluh.core.casework.complaint.Channel;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.intake.Intake;
import suluh.core.casework.intake.IntakeReading;
import suluh.core.casework.intake.IntakeRecord;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetPlatform;
import suluh.core.casework.targets.TargetReader;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Takes in what reporters say: one by the public form, without an account, or many out of a file.
 *
 * <p>Of where a complaint came from only keyed digests are kept, one for each day, so that abuse can be limited and
 * reporters counted while nobody is tracked.
 */
public final class ReceiveComplaint {
    /** An hour from one network address, which a whole school may share. */
    public static final int MAX_FROM_ONE_SOURCE = 10;
    /** An hour by the form over all; beyond, it is an attack, and the numbers to call are on every page. */
    static final int MAX_BY_FORM = 600;

    private static final Duration WINDOW = Duration.ofHours(1);
    /** Crockford's base 32: no letter that is taken for another when it is read out on the telephone. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final House house;

    public ReceiveComplaint(House house) {
        this.house = house;
    }

    /**
     * What the reporter takes away.
     *
     * @param reference names the complaint: {@code AD-7K3M-92QF}
     * @param secret opens its status page; only its digest is kept
     */
    public record Receipt(String reference, String secret) {}

    /**
     * What the public form has to say beside its questions.
     *
     * @param agency full name of the agency that receives it
     * @param quickExit harmless address for whoever must leave at once
     */
    public record Notice(String agency, List<Helpline> helplines, String quickExit) {}

    /** Who receives complaints, whom to call in danger, and the way out. */
    public Notice notice() {
        var register = house.register();
        return new Notice(
                register.agencies().sequencedValues().getFirst().name(),
                register.directory().helplines(),
                register.directory().quickExit());
    }

    /** Targets in lines of free text; a bare name is one of the platform that the reporter chose. */
    public List<Target> targets(String text, String platform) {
        TargetPlatform hint = TargetPlatform.ofWire(platform).orElse(null);
        Map<String, Target> once = new TreeMap<>();
        text.lines()
                .limit(TargetReader.MAX_TARGETS)
                .forEach(line -> reader().read(line, hint).ifPresent(target -> once.putIfAbsent(target.key(), target)));
        reader().readAll(text).stream()
                .filter(target -> hint == null
                        || !target.platform().isEmpty()
                        || !target.normalised().startsWith("@"))
                .forEach(target -> once.putIfAbsent(target.key(), target));
        return once.values().stream().limit(TargetReader.MAX_TARGETS).toList();
    }

    /**
     * Receives a complaint from anybody.
     *
     * @param networkAddress where it came from; not kept
     */
    public Outcome<Receipt> run(Complaint complaint, String networkAddress) {
        return complaint.checked().then(checked -> {
            String agency = house.register().agencies().sequencedKeySet().getFirst();
            Instant now = house.clock().instant();
            String source = house.digests().of("source", LocalDate.ofInstant(now, ZoneOffset.UTC) + networkAddress);
            return house.database().inIntake(agency, () -> {
                Instant since = now.minus(WINDOW);
                if (house.complaints().countFrom(source, since) >= MAX_FROM_ONE_SOURCE
                        || house.complaints().countByForm(since) >= MAX_BY_FORM) {
                    return tooMany();
                }
                Receipt receipt = new Receipt("AD-" + code(4) + "-" + code(4), secret());
                house.complaints()
                        .add(
                                agency,
                                receipt.reference(),
                                now,
                                checked,
                                new Origin(
                                        Channel.FORM,
                                        source,
                                        reporter(checked.contact(), source),
                                        digest(receipt.secret())));
                append(Acting.reporter(agency), now, Map.of("complaint", receipt.reference()), Map.of(), Map.of());
                return Outcome.done(receipt);
            });
        });
    }

    private <T> Outcome<T> tooMany() {
        String numbers = house.register().directory().helplines().stream()
                .filter(Helpline::isEmergency)
                .map(Helpline::number)
                .collect(Collectors.joining(", "));
        return Outcome.refused(
                CaseworkCode.TOO_MANY_COMPLAINTS,
                "Too many reports came from your connection in the last hour. Please try again in an hour. If somebody"
                        + " is in danger now, call " + numbers + ".");
    }

    /**
     * What came of a file.
     *
     * @param received complaints that were taken in
     * @param faults one sentence for each record that could not be read
     * @param notes what was left aside
     * @param isKnown true when this file was taken in before; then nothing was done
     */
    public record Imported(int received, List<String> faults, List<String> notes, boolean isKnown) {
        public Imported {
            faults = List.copyOf(faults);
            notes = List.copyOf(notes);
        }
    }

    /** Receives every complaint of a table, a mail or a list of posts, in one piece; the same file is taken in once. */
    public Outcome<Imported> importFile(Acting acting, String fileName, byte[] bytes) {
        return house.access().inHouse(acting, Act.HANDLE_COMPLAINTS).then(allowed -> {
            if (!house.register().agencies().containsKey(acting.agency())) {
                return Outcome.refused(
                        CaseworkCode.AGENCY_UNKNOWN,
                        "No agency \"" + acting.agency() + "\" stands in the register; known are: "
                                + String.join(", ", house.register().agencies().keySet()) + ".");
            }
            return Intake.read(fileName, bytes, reader()).then(reading -> Outcome.done(keep(acting, reading, bytes)));
        });
    }

    private Imported keep(Acting acting, IntakeReading reading, byte[] bytes) {
        Sha256Digest sha256 = Sha256Digest.of(bytes);
        String source = house.digests().of("source", sha256.hex());
        Instant now = house.clock().instant();
        return house.database().inIntake(acting.agency(), () -> {
            if (house.complaints().hasSource(source)) {
                return new Imported(0, List.of(), List.of(), true);
            }
            for (IntakeRecord record : reading.records()) {
                String reporter = record.reporter().isEmpty() ? source + record.where() : record.reporter();
                house.complaints()
                        .add(
                                acting.agency(),
                                "AD-" + code(4) + "-" + code(4),
                                now,
                                record.complaint(),
                                new Origin(reading.channel(), source, reporter(reporter, source), ""));
            }
            append(
                    acting,
                    now,
                    Map.of("channel", reading.channel().wire()),
                    Map.of("file", sha256),
                    Map.of(
                            "complaints", (long) reading.records().size(),
                            "faults", (long) reading.faults().size()));
            return new Imported(reading.records().size(), reading.faults(), reading.notes(), false);
        });
    }

    /** Tells one reporter from another: by the contact they gave, else by where they wrote from that day. */
    private String reporter(String contact, String source) {
        String known = contact.strip().toLowerCase(Locale.ROOT);
        return house.digests().of("reporter", known.isEmpty() ? source : known);
    }

    private TargetReader reader() {
        return new TargetReader(house.register().directory().callingCode());
    }

    private void append(
            Acting acting,
            Instant at,
            Map<String, String> subject,
            Map<String, Sha256Digest> digests,
            Map<String, Long> figures) {
        house.ledger().append(acting.entry(EntryKind.COMPLAINT_RECEIVED, at, "", subject, digests, figures));
    }

    /** Digest by which a secret is known; spaces, hyphens and case do not count, as people copy it by hand. */
    static String digest(String secret) {
        String plain = secret.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return Sha256Digest.of(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex();
    }

    private static String secret() {
        return code(4) + "-" + code(4) + "-" + code(4) + "-" + code(4);
    }

    /** Random characters, 5 bits each. */
    private static String code(int count) {
        StringBuilder code = new StringBuilder(count);
        for (byte one : Secrets.bytes(count)) {
            code.append(ALPHABET.charAt(one & 31));
        }
        return code.toString();
    }
}
