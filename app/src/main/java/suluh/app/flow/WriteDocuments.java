package suluh.app.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import suluh.app.flow.MakeFindings.Made;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.ReportPdf;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.app.store.StoredConversation;
import suluh.app.store.VerdictStore.StoredVerdict;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.casework.Agency;
import suluh.core.casework.PersonInCharge;
import suluh.core.conversation.evaluation.Verdict;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.ReportHeading;
import suluh.core.disclosure.report.CertificatePage;
import suluh.core.disclosure.report.CourtReport;
import suluh.core.disclosure.report.ReportFacts;
import suluh.core.disclosure.report.SchedulePage;
import suluh.core.disclosure.schedule.Exhibit;
import suluh.core.disclosure.schedule.Schedules;
import suluh.core.disclosure.schedule.UnusedLine;
import suluh.core.disclosure.schedule.UnusedLine.Ground;
import suluh.core.disclosure.schedule.UnusedMaterial;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

/**
 * Writes what people read in a bundle: reports, certificates and schedules, in Malay and English.
 *
 * <p>All of it is a function of findings, reading report, custody, verdicts and logs as they stand now, and of the moment.
 */
final class WriteDocuments {
    private final House house;
    private final OpenedCase opened;
    private final Made made;
    private final JsonObject findings;
    private final JsonObject readingReport;
    private final ReportHeading heading;

    WriteDocuments(House house, OpenedCase opened, Made made, Instant madeAt) {
        this.house = house;
        this.opened = opened;
        this.made = made;
        this.findings = parsed(made.findings());
        this.readingReport = parsed(made.readingReport());
        this.heading = new ReportHeading(
                opened.number(), opened.mandate(), agency(opened.acting().agency()), madeAt, House.tool());
    }

    /**
     * The schedules of the case.
     *
     * @param purged items whose bytes are gone
     */
    Schedules schedules(List<ReceivedItem> items, Set<EvidenceId> purged) {
        List<Exhibit> exhibits = new ArrayList<>();
        for (ReceivedItem item : items) {
            List<Exhibit.Handled> custody = new ArrayList<>();
            for (CustodyEvent event : house.evidence().custody(opened.id(), item.id())) {
                custody.add(new Exhibit.Handled(
                        event.at(), event.person(), event.act(), event.how(), event.tool(), event.result()));
            }
            exhibits.add(new Exhibit("E-" + (exhibits.size() + 1), item, !purged.contains(item.id()), custody));
        }
        List<UnusedLine> unused = new ArrayList<>(UnusedMaterial.ofFindings(findings));
        unused.addAll(UnusedMaterial.ofReadings(readingReport));
        Map<Integer, String> names = new TreeMap<>();
        List<StoredConversation> conversations = house.observations().conversations(opened.id());
        conversations.forEach(one -> names.put(one.id(), one.reference().key()));
        unused.addAll(verdicts(names));
        house.observations()
                .unsureTimes(opened.id())
                .forEach(one -> unused.add(new UnusedLine(
                        Ground.TIME_NOT_SURE,
                        names.getOrDefault(one.conversation(), ""),
                        one.messages(),
                        "zone " + one.zone(),
                        List.of(one.first()))));
        long background =
                (long) conversations.size() - findings.objects("conversations").size();
        if (background > 0) {
            unused.add(new UnusedLine(Ground.BACKGROUND, opened.number(), background, "", List.of()));
        }
        return new Schedules(
                opened.number(),
                exhibits,
                unused,
                house.database().inCase(opened.id(), () -> house.disclosures().all()));
    }

    /** Persons who saw no concern where the score puts forward, and persons who differ; of conversations still there. */
    private List<UnusedLine> verdicts(Map<Integer, String> names) {
        List<UnusedLine> lines = new ArrayList<>();
        Map<Integer, Set<Verdict>> given = new TreeMap<>();
        for (StoredVerdict one :
                house.database().inCase(opened.id(), () -> house.verdicts().all())) {
            int conversation = one.given().conversation();
            String subject = names.get(conversation);
            if (subject == null) {
                continue;
            }
            given.computeIfAbsent(conversation, ignored -> new java.util.TreeSet<>())
                    .add(one.given().verdict());
            if (one.given().verdict() != Verdict.CONCERN && !one.given().band().equals("background")) {
                lines.add(new UnusedLine(
                        Ground.REVIEWER_DISAGREED,
                        subject,
                        one.score(),
                        one.given().verdict().wire() + ", " + one.given().person() + ", "
                                + one.given().at() + ": " + one.reason(),
                        List.of()));
            }
        }
        given.forEach((conversation, verdicts) -> {
            if (verdicts.size() > 1) {
                lines.add(new UnusedLine(
                        Ground.REVIEWERS_DIFFER,
                        names.getOrDefault(conversation, ""),
                        verdicts.size(),
                        String.join(", ", verdicts.stream().map(Verdict::wire).toList()),
                        List.of()));
            }
        });
        return lines;
    }

    /**
     * The documents by path in the bundle.
     *
     * @param described digest of the payload that they describe
     */
    SequencedMap<String, byte[]> documents(List<ReceivedItem> items, Schedules schedules, Sha256Digest described)
            throws IOException {
        SequencedMap<String, byte[]> documents = new LinkedHashMap<>();
        SortedMap<String, String> times = times();
        CertificatePage.Contents contents =
                new CertificatePage.Contents(heading, agencies(), inCharge(), schedules.exhibits(), described);
        try (ReportPdf pdf = ReportPdf.open()) {
            for (String language : SendRequest.LANGUAGES) {
                ReportFacts facts = new ReportFacts(
                        heading, findings, readingReport, items, times, made.picture(), described, label(language));
                put(documents, BundleLayout.courtHtml(language), CourtReport.html(facts, language));
                put(
                        documents,
                        BundleLayout.schedulesHtml(language),
                        SchedulePage.html(heading, schedules, described, language));
                documents.put(
                        BundleLayout.courtPdf(language),
                        pdf.pdf(CourtReport.forPrint(facts, language, pdf), heading.madeAt()));
                documents.put(
                        BundleLayout.certificates(language),
                        pdf.pdf(CertificatePage.render(contents, language, pdf), heading.madeAt()));
            }
        }
        return documents;
    }

    private static void put(Map<String, byte[]> documents, String path, String text) {
        documents.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Times of the records that the report names, as instants or as the source wrote them. */
    private SortedMap<String, String> times() {
        List<SourcePointer> sources = new ArrayList<>();
        for (JsonObject conversation : findings.objects("conversations")) {
            conversation.objects("cues").forEach(cue -> add(sources, cue));
            if (conversation.member("firstAlert").orElse(null) instanceof JsonObject alert) {
                add(sources, alert);
            }
        }
        SortedMap<String, String> times = new TreeMap<>();
        house.observations()
                .timesOf(opened.id(), sources)
                .forEach((source, time) -> times.put(ReportFacts.key(source), time));
        return times;
    }

    private static void add(List<SourcePointer> sources, JsonObject from) {
        if (from.member("source").orElse(null) instanceof JsonObject source) {
            sources.add(new SourcePointer(
                    new EvidenceId(source.textOrEmpty("item")),
                    source.textOrEmpty("path"),
                    (long) source.number("offset"),
                    (long) source.number("length")));
        }
    }

    private List<PersonInCharge> inCharge() {
        LocalDate day = house.register().dayOf(heading.madeAt());
        Set<String> agencies = Set.copyOf(
                house.database().inCase(opened.id(), () -> house.cases().agencies(opened.id())));
        return house.charges().all().stream()
                .filter(person -> person.isInChargeOn(day) && agencies.contains(person.agency()))
                .toList();
    }

    private Map<String, String> agencies() {
        Map<String, String> names = new TreeMap<>();
        house.register().agencies().forEach((id, agency) -> names.put(id, agency.name()));
        return names;
    }

    private String agency(String id) {
        Agency agency = house.register().agencies().get(id);
        return agency == null ? id : agency.name();
    }

    /** The pages' own words for a code; the code itself where they have none. */
    static UnaryOperator<String> label(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages",
                language.equals("ms") ? Locale.of("ms") : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return key -> words.containsKey(key) ? words.getString(key) : key.substring(key.lastIndexOf('.') + 1);
    }

    private static JsonObject parsed(byte[] json) {
        try {
            return JsonParser.parseObject(json);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("what was just made cannot be read", e);
        }
    }
}
