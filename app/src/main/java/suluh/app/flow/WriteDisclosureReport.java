package suluh.app.flow;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.ReportPdf;
import suluh.app.store.StoreException;
import suluh.core.casework.Agency;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.DisclosureLayout;
import suluh.core.disclosure.ReportHeading;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.RecordFormatException;
import suluh.core.disclosure.report.CourtReport;
import suluh.core.disclosure.report.DisclosedFacts;
import suluh.core.disclosure.report.ReportFacts;
import suluh.core.disclosure.selection.DisclosurePlan;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.Sha256Digest;

/**
 * Writes the reports of one edition of a disclosure, in Malay and English, from the records of that edition as they lie in
 * the folder: what is hidden there does not reach this class.
 */
final class WriteDisclosureReport {
    private final ReportHeading heading;

    WriteDisclosureReport(House house, OpenedCase opened, DisclosurePlan plan) {
        String agency = house.cases().row(opened.id()).agency();
        Agency named = house.register().agencies().get(agency);
        this.heading = new ReportHeading(
                opened.number(),
                opened.mandate(),
                named == null ? agency : named.name(),
                plan.plannedAt(),
                House.tool());
    }

    /**
     * The reports by path in the bundle; the same records give the same bytes.
     *
     * @param folder folder of both editions
     * @param described digest of the payload that they describe
     */
    SequencedMap<String, byte[]> reports(Path folder, Edition edition, Sha256Digest described) throws IOException {
        DisclosedFacts disclosed = read(DisclosureEditions.path(folder, edition, DisclosureLayout.RECORDS), edition);
        SequencedMap<String, byte[]> reports = new LinkedHashMap<>();
        try (ReportPdf pdf = ReportPdf.open()) {
            for (String language : SendRequest.LANGUAGES) {
                ReportFacts facts = disclosed.facts(heading, described, WriteDocuments.label(language));
                reports.put(
                        BundleLayout.courtHtml(language),
                        CourtReport.html(facts, language).getBytes(StandardCharsets.UTF_8));
                reports.put(
                        BundleLayout.courtPdf(language),
                        pdf.pdf(CourtReport.forPrint(facts, language, pdf), heading.madeAt()));
            }
        }
        return reports;
    }

    private static DisclosedFacts read(Path records, Edition edition) throws IOException {
        DisclosedFacts facts = new DisclosedFacts(edition);
        try (BufferedReader lines = Files.newBufferedReader(records)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                facts.add(DisclosedRecord.parse(line));
            }
        } catch (RecordFormatException e) {
            throw new StoreException("The records in " + records + " cannot be read again: " + e.getMessage(), e);
        }
        return facts;
    }
}
