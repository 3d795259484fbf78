package suluh.app.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import suluh.app.flow.LogDisclosure.Handing;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.WriteTipReport.Wanted;
import suluh.app.flow.WriteTipReport.Written;
import suluh.app.host.PdfWriter;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.Act;
import suluh.core.casework.Agency;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.course.CaseStanding;
import suluh.core.casework.request.Referral;
import suluh.core.casework.request.ReferralPage;
import suluh.core.casework.request.SixItems;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

/**
 * Makes the package that refers a case to another agency or country: letters with the six items, their twin, and what was
 * found as a CyberTipline report. A person sends it; the package stands in the disclosure log.
 *
 * <p>The same case, words and day give the same bytes but for the PDFs' own dates.
 */
public final class ReferCase {
    private static final String TIP = "cybertip.xml";

    private final House house;

    public ReferCase(House house) {
        this.house = house;
    }

    /**
     * What a person wants to refer.
     *
     * @param country where the recipient is
     * @param report the passages that go with it
     */
    public record Wish(String country, SixItems items, Wanted report) {}

    /** A package. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to whoever asked; nobody changes them
    public record Parcel(String reference, byte[] zip, int conversations, int left) {}

    /** Makes the package and logs for whom. */
    public Outcome<Parcel> run(OpenedCase opened, Wish wish, Handing handing) {
        return house.access()
                .stillIn(opened, Act.ASSEMBLE_BUNDLE)
                .then(open -> LogDisclosure.checked(handing)
                        .then(good -> named(wish))
                        .then(good -> wish.items().checked())
                        .then(items -> MarkCase.mayLeave(house, open))
                        .then(leaving -> new WriteTipReport(house).write(open, wish.report()))
                        .then(written -> Outcome.done(made(open, wish, handing, written))));
    }

    private static Outcome<Wish> named(Wish wish) {
        return wish.country().isBlank() || wish.country().length() > LogDisclosure.MAX_CHARS
                ? Outcome.refused(CaseworkCode.DISCLOSURE_INCOMPLETE, "Say in which country the recipient is.")
                : Outcome.done(wish);
    }

    private Parcel made(OpenedCase open, Wish wish, Handing handing, Written written) {
        CaseStanding standing =
                house.database().inCase(open.id(), () -> house.course().standing());
        int next = house.database().inCase(open.id(), () -> house.disclosures().next());
        Agency agency = house.register().agencies().get(open.acting().agency());
        LocalDate today = house.today();
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of(TIP, written.xml()));
        SortedMap<String, Sha256Digest> enclosed = new TreeMap<>();
        files.forEach((name, bytes) -> enclosed.put(name, Sha256Digest.of(bytes)));
        Referral referral = new Referral(
                open.number() + "/D-" + next,
                today,
                agency == null ? open.acting().agency() : agency.name(),
                handing.recipient().strip(),
                wish.country().strip(),
                wish.items(),
                standing.sensitivity(),
                enclosed);
        byte[] twin = CanonicalJson.text(referral.json()).getBytes(StandardCharsets.UTF_8);
        files.put("referral.json", twin);
        for (String language : SendRequest.LANGUAGES) {
            files.put(
                    "referral-" + language + ".pdf",
                    pdf(ReferralPage.render(referral, language, "referral.json", Sha256Digest.of(twin))));
        }
        byte[] zip = zip(files, today);
        DisclosureLine line = LogDisclosure.note(house, open, handing, Sha256Digest.of(zip));
        return new Parcel(open.number() + "-" + line.name(), zip, written.conversations(), written.left());
    }

    private static byte[] pdf(String page) {
        try {
            return PdfWriter.pdf(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the referral could not be made", e);
        }
    }

    private static byte[] zip(SortedMap<String, byte[]> files, LocalDate day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(day, java.time.LocalTime.MIDNIGHT));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
