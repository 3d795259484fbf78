package suluh.core.disclosure.report;

/** The fixed sentences of certificates and statements, in English and in Malay. */
enum CertificatePhrase implements Words {
    TITLE("Certificates and statements for case {0}", "Sijil dan pernyataan bagi kes {0}"),
    DRAFTS(
            "Drafts. Suluh fills them and signs nothing. A person in charge reads a draft, mends it where it is not true, and "
                    + "signs or does not sign.",
            "Draf. Suluh mengisinya dan tidak menandatangani apa-apa. Orang yang bertanggungjawab membaca draf, membetulkan "
                    + "apa yang tidak benar, dan menandatangani atau tidak."),
    CERTIFICATE(
            "Certificate {0}: document produced by a computer (Evidence Act 1950, s. 90A(2))",
            "Sijil {0}: dokumen yang dikeluarkan oleh komputer (Akta Keterangan 1950, s. 90A(2))"),
    NOT_SIGNED("DRAFT, NOT SIGNED", "DRAF, BELUM DITANDATANGANI"),
    I_CERTIFY("I, {0}, {1}, state:", "Saya, {0}, {1}, menyatakan:"),
    IN_CHARGE_OPERATION(
            "I am responsible for the management of the operation of this computer: {0}. It is used for: {1}.",
            "Saya bertanggungjawab atas pengurusan pengendalian komputer ini: {0}. Ia digunakan untuk: {1}."),
    IN_CHARGE_ACTIVITIES(
            "I am responsible for the conduct of the activities for which this computer is used: {0}. It is used for: {1}.",
            "Saya bertanggungjawab atas penjalanan aktiviti yang menggunakan komputer ini: {0}. Ia digunakan untuk: {1}."),
    ORDINARY_USE(
            "The documents named below were produced by it in the course of its ordinary use, whether or not I was there when "
                    + "they were produced.",
            "Dokumen yang dinamakan di bawah dikeluarkan oleh komputer itu dalam perjalanan penggunaan biasanya, sama ada saya "
                    + "hadir atau tidak semasa dokumen itu dikeluarkan."),
    DOCUMENTS(
            "The documents are the reports, findings and schedules of the bundle of case {0}, and the files listed in it, with "
                    + "the digest SHA-256 {1}.",
            "Dokumen itu ialah laporan, penemuan dan jadual dalam himpunan kes {0}, dan fail yang disenaraikan di dalamnya, "
                    + "dengan ringkasan SHA-256 {1}."),
    BELIEF(
            "I state this to the best of my knowledge and belief.",
            "Saya menyatakan perkara ini setakat pengetahuan dan kepercayaan saya."),
    PROVES("It proves:", "Ia membuktikan:"),
    DOES_NOT("It does not prove:", "Ia tidak membuktikan:"),
    CERTIFICATE_PROVES(
            "once signed, at first sight, what is stated above about the computer and the documents it produced (s. 90A(3)).",
            "apabila ditandatangani, secara prima facie, apa yang dinyatakan di atas tentang komputer itu dan dokumen yang "
                    + "dikeluarkannya (s. 90A(3))."),
    CERTIFICATE_NOT(
            "that what others wrote in the documents is true; who wrote it; that a platform served what was captured. A document "
                    + "given in evidence by or for an accused person is outside the section (s. 90A(7)).",
            "bahawa apa yang ditulis oleh orang lain dalam dokumen itu benar; siapa yang menulisnya; bahawa pelantar menghantar "
                    + "apa yang ditangkap. Dokumen yang dikemukakan oleh atau bagi pihak orang tertuduh berada di luar seksyen "
                    + "ini (s. 90A(7))."),
    SIGNATURE("Signature", "Tandatangan"),
    DATE("Date", "Tarikh"),
    CUSTODY("Statements of custody", "Pernyataan jagaan"),
    CUSTODY_TEXT(
            "For each item: when it was received, its digest, and everything that was done with it. Persons are named by their "
                    + "number in the register of the installation.",
            "Bagi setiap item: bila diterima, ringkasannya, dan semua yang dibuat dengannya. Orang dinamakan dengan nombornya "
                    + "dalam daftar pemasangan ini."),
    CUSTODY_PROVES(
            "that the bytes have not changed since they were sealed, and which acts the ledger records.",
            "bahawa bait tidak berubah sejak dimeterai, dan tindakan mana yang direkodkan oleh lejar."),
    CUSTODY_NOT(
            "what happened to the item before it was received; that a site or a platform served it.",
            "apa yang berlaku kepada item sebelum diterima; bahawa laman atau pelantar yang menghantarnya."),
    STAMPS("Statement on time-stamps", "Pernyataan tentang cap masa"),
    STAMPS_TEXT(
            "The ledger's checkpoint in data/ledger/checkpoint binds every entry up to the one that closed this bundle. Tokens in "
                    + "data/ledger/timestamps/ are answers of time-stamping authorities (RFC 3161) over the bytes of that "
                    + "checkpoint. They are made after this page, so the page cannot quote them; the verifier names each, its "
                    + "authority and its moment. Where the folder is missing, no authority has stamped this bundle.",
            "Titik semak lejar dalam data/ledger/checkpoint mengikat setiap catatan hingga catatan yang menutup himpunan ini. "
                    + "Token dalam data/ledger/timestamps/ ialah jawapan pihak berkuasa cap masa (RFC 3161) atas bait titik "
                    + "semak itu. Token dibuat selepas halaman ini, maka halaman ini tidak dapat memetiknya; pengesah menamakan "
                    + "setiap token, pihaknya dan masanya. Jika folder itu tiada, himpunan ini tidak dicap oleh mana-mana pihak."),
    STAMP_PROVES(
            "that the checkpoint, and so all it binds, existed at the moment that the authority states.",
            "bahawa titik semak itu, dan semua yang diikatnya, wujud pada masa yang dinyatakan oleh pihak berkuasa."),
    STAMP_NOT(
            "when the messages were written, or when the items came to be; that the content is true.",
            "bila mesej ditulis, atau bila item itu wujud; bahawa kandungannya benar."),
    ABSENT("its bytes are not in this bundle", "baitnya tiada dalam himpunan ini"),
    WHO("Who", "Siapa"),
    WITH("With", "Dengan"),
    RESULT("What came of it", "Hasilnya"),
    SCHEDULES("Schedules of case {0}", "Jadual kes {0}"),
    EXHIBITS("A. Exhibits", "A. Ekshibit"),
    UNUSED("B. Unused material", "B. Bahan yang tidak digunakan"),
    UNUSED_INTRO(
            "What may help the defence stands first: comparisons against a tie, persons who saw no concern, times that are not "
                    + "sure, and what nobody could read.",
            "Perkara yang mungkin membantu pembelaan didahulukan: perbandingan yang menentang sesuatu pertalian, pegawai yang "
                    + "tidak melihat kebimbangan, masa yang tidak pasti, dan apa yang tidak dapat dibaca."),
    DISCLOSED("C. Who received what and when", "C. Siapa menerima apa dan bila"),
    DISCLOSED_NONE("Nothing was handed out before this bundle.", "Tiada apa-apa diserahkan sebelum himpunan ini."),
    NUMBER("No.", "No."),
    GROUND("Why it stands here", "Sebab disenaraikan"),
    CONCERNS("What it concerns", "Mengenai"),
    SAID("What was found", "Apa yang didapati"),
    RECORDS("Records", "Rekod"),
    RECIPIENT("Recipient", "Penerima"),
    PURPOSE("Purpose", "Tujuan"),
    GROUND_AGAINST_A_LINK("speaks against one actor", "menentang pelaku yang sama"),
    GROUND_LINK_CUT("tie cut", "pertalian dipotong"),
    GROUND_REVIEWER_DISAGREED(
            "a person saw no concern, or was not sure", "pegawai tidak melihat kebimbangan, atau tidak pasti"),
    GROUND_REVIEWERS_DIFFER("persons differ", "pegawai berbeza pendapat"),
    GROUND_TIME_NOT_SURE("time not sure", "masa tidak pasti"),
    GROUND_UNREAD("not read", "tidak dibaca"),
    GROUND_BACKGROUND("assessed, put forward nothing", "dinilai, tiada yang dikemukakan");

    private final String english;
    private final String malay;

    CertificatePhrase(String english, String malay) {
        this.english = english;
        this.malay = malay;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String malay() {
        return malay;
    }
}
