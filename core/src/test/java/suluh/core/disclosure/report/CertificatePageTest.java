package suluh.core.disclosure.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import suluh.core.casework.Authority;
import suluh.core.casework.LegalSource;
import suluh.core.casework.Mandate;
import suluh.core.casework.Offence;
import suluh.core.casework.PersonInCharge;
import suluh.core.casework.Wording;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.ReportHeading;
import suluh.core.disclosure.schedule.Exhibit;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;

/** Drafts are filled from the register, one for each person in charge, and never signed. */
class CertificatePageTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final Sha256Digest DESCRIBED = Sha256Digest.of(new byte[] {1});

    @Test
    void fillsADraftForEachPersonInCharge() {
        String page = page(
                "en",
                List.of(
                        person("Officer A", PersonInCharge.Basis.OPERATION),
                        person("Officer B", PersonInCharge.Basis.ACTIVITIES)));

        assertThat(page)
                .contains("Certificate 1", "Certificate 2", "Officer A, Inspector, Agency of tests")
                .contains("management of the operation of this computer: Import server")
                .contains("conduct of the activities for which this computer is used: Import server")
                .contains(DESCRIBED.hex())
                .doesNotContain("I, ______________");
        assertThat(page.split("DRAFT, NOT SIGNED", -1)).hasSize(3);
    }

    @Test
    void leavesTheNamesOpenWhenNobodyIsInCharge() {
        assertThat(page("ms", List.of())).contains("Saya, ______________", "DRAF, BELUM DITANDATANGANI", "s. 90A(7)");
    }

    @Test
    void statesTheCustodyOfEachItemAndWhatItDoesNotProve() {
        assertThat(page("en", List.of()))
                .contains("E-1  chat.txt", "sealed: copied", "that a site or a platform served it");
    }

    private static PersonInCharge person(String name, PersonInCharge.Basis basis) {
        return new PersonInCharge(1, "d11", "Import server", "sealing", name, "Inspector", basis, DAY, null);
    }

    private static String page(String language, List<PersonInCharge> inCharge) {
        LegalSource source = new LegalSource("an Act, s. 1", DAY, true);
        Mandate mandate = new Mandate(
                "1",
                new Offence("X-1", Wording.same("an offence"), source),
                new Authority("X-2", Wording.same("a power"), DAY, null, source, Set.of(), false),
                DAY);
        Instant at = Instant.parse("2026-11-24T08:00:00Z");
        ReceivedItem item =
                new ReceivedItem(EvidenceId.of(DESCRIBED, "chat.txt"), "chat.txt", 3, Sha256Digest.of(new byte[] {2}));
        Exhibit exhibit = new Exhibit(
                "E-1",
                item,
                true,
                List.of(new Exhibit.Handled(at, "p-1", "sealed", "copied", "Suluh test", "3 bytes")));
        return CertificatePage.render(
                new CertificatePage.Contents(
                        new ReportHeading("SU-2026-0001", mandate, "Agency of tests", at, "Suluh test"),
                        Map.of("d11", "Agency of tests"),
                        inCharge,
                        List.of(exhibit),
                        DESCRIBED),
                language,
                codePoint -> true);
    }
}
