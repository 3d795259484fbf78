package suluh.core.disclosure.report;

/** The fixed sentences of the report, in English and in Malay. */
enum Phrase implements Words {
    TITLE("Report of case {0}", "Laporan kes {0}"),
    CAUTION(
            "Scores in this report order a person's attention. They decide nothing and accuse nobody. A person reads each "
                    + "passage in its context before anything follows from it.",
            "Skor dalam laporan ini menyusun perhatian manusia. Skor tidak memutuskan apa-apa dan tidak menuduh sesiapa. "
                    + "Seorang pegawai membaca setiap petikan dalam konteksnya sebelum apa-apa tindakan dibuat."),
    OFFENCE("Offence inquired into", "Kesalahan yang disiasat"),
    AUTHORITY("Authority", "Kuasa"),
    IN_FORCE("found in force on {0}", "didapati berkuat kuasa pada {0}"),
    UNVERIFIED(
            "entry of the register not yet compared with the text of the law",
            "catatan daftar belum dibandingkan dengan teks undang-undang"),
    MADE_BY("Made by", "Dibuat oleh"),
    MADE_AT("Made at (UTC)", "Dibuat pada (UTC)"),
    DIGEST("Digest of what is described", "Ringkasan kandungan yang diterangkan"),
    PAGE_DIGEST("Case {0}. Digest of the payload described: SHA-256 {1}", "Kes {0}. Ringkasan kandungan: SHA-256 {1}"),
    SUMMARY("1. Summary", "1. Ringkasan"),
    SUMMARY_RECEIVED(
            "{0} items were received, {1} bytes in all, and sealed before anything was read. {2} messages were read out of "
                    + "them.",
            "{0} item diterima, berjumlah {1} bait, dan dimeterai sebelum dibaca. {2} mesej telah dibaca daripadanya."),
    SUMMARY_UNREAD(
            "Files not read wholly: {0}; records not understood: {1}. They lie sealed in the bundle; what "
                    + "they say is not in this report.",
            "{0} fail tidak dapat dibaca sepenuhnya, dan {1} rekod tidak difahami. Semuanya tersimpan dan dimeterai dalam "
                    + "himpunan; kandungannya tiada dalam laporan ini."),
    SUMMARY_ALL_READ("Every file and every record was read.", "Setiap fail dan setiap rekod telah dibaca."),
    SUMMARY_CONVERSATIONS(
            "{0} conversations hold passages that a person should look at now, {1} more that a person should look at. The "
                    + "first are:",
            "{0} perbualan mengandungi petikan yang perlu dilihat sekarang, dan {1} lagi perlu dilihat. Yang pertama ialah:"),
    SUMMARY_ACTORS(
            "{0} groups of accounts are held to be one actor each; {1} further ties are suggested and join nothing.",
            "{0} kumpulan akaun masing-masing dianggap seorang pelaku; {1} pertalian lagi hanya dicadangkan dan tidak "
                    + "menggabungkan apa-apa."),
    SUMMARY_MEDIA(
            "{0} different media contents were compared; {1} are known to a list.",
            "{0} kandungan media berbeza telah dibandingkan; {1} dikenali oleh sesuatu senarai."),
    SUMMARY_NOT(
            "What this report cannot show: who sat at a keyboard; that a platform wrote what was handed in; what happened "
                    + "outside the material received.",
            "Perkara yang tidak dapat ditunjukkan oleh laporan ini: siapa yang berada di papan kekunci; bahawa pelantar "
                    + "menulis apa yang diserahkan; apa yang berlaku di luar bahan yang diterima."),
    RECEIVED("2. What was received", "2. Apa yang diterima"),
    RECEIVED_INTRO(
            "Each item has an exhibit number, E-1, E-2 and so on, in the order of sealing. Its bytes lie in the bundle under "
                    + "data/evidence/, in a file named by its SHA-256.",
            "Setiap item mempunyai nombor ekshibit, E-1, E-2 dan seterusnya, mengikut turutan pemeteraian. Baitnya "
                    + "tersimpan dalam himpunan di data/evidence/, dalam fail yang dinamakan dengan SHA-256nya."),
    ITEMS("Items received", "Item yang diterima"),
    EXHIBIT("Exhibit", "Ekshibit"),
    NAME_RECEIVED("Name as received", "Nama semasa diterima"),
    BYTES("Bytes", "Bait"),
    SHA("SHA-256", "SHA-256"),
    UNREAD("3. What could not be read", "3. Apa yang tidak dapat dibaca"),
    UNREAD_SUMS(
            "Of {0} files, {1} were read, {2} in part, {3} left aside on purpose and {4} not understood. Of {5} records, {6} "
                    + "were read, {7} left aside and {8} not understood.",
            "Daripada {0} fail, {1} dibaca, {2} dibaca sebahagian, {3} diketepikan dengan sengaja dan {4} tidak difahami. "
                    + "Daripada {5} rekod, {6} dibaca, {7} diketepikan dan {8} tidak difahami."),
    UNREAD_FILES(
            "Files not wholly read, or read with an alarm", "Fail yang tidak dibaca sepenuhnya, atau dengan amaran"),
    FILE("File", "Fail"),
    FATE("What became of it", "Hasilnya"),
    WHY("Why, in the words of the program", "Sebab, dalam perkataan program (bahasa Inggeris)"),
    FINDINGS("4. Findings", "4. Penemuan"),
    HOW_TO_CHECK(
            "How to check a finding: each passage names an exhibit, the path inside it when the exhibit is an archive, and "
                    + "the place of the record, as first byte + number of bytes. Open the exhibit's file, go to that byte, and "
                    + "read. Where Suluh is at hand, the command suluh source prints the same bytes. The command suluh verify "
                    + "checks that the file is the one that was sealed.",
            "Cara menyemak penemuan: setiap petikan menamakan ekshibit, laluan di dalamnya jika ekshibit itu arkib, dan "
                    + "tempat rekod itu, iaitu bait pertama + bilangan bait. Buka fail ekshibit, pergi ke bait itu, dan baca. "
                    + "Jika Suluh ada, arahan suluh source mencetak bait yang sama. Arahan suluh verify menyemak bahawa fail "
                    + "itu ialah fail yang dimeterai."),
    CONVERSATIONS("Conversations that a person should look at", "Perbualan yang perlu dilihat oleh seorang pegawai"),
    CONVERSATION_LINE("{0}; {1} messages; band: {2}; score {3}.", "{0}; {1} mesej; jalur: {2}; skor {3}."),
    MOST_BY(
            "Most of the score rests on what this account wrote: {0}.",
            "Skor kebanyakannya bergantung pada tulisan akaun: {0}."),
    NO_MORE("{0} further passages stand in {1}.", "{0} petikan lagi terdapat dalam {1}."),
    ACCOUNTS("Accounts, with the reasons why they come first", "Akaun, dengan sebab ia didahulukan"),
    ACCOUNT("Account", "Akaun"),
    REASONS("Reasons and records", "Sebab dan rekod"),
    ACTORS("Accounts held to be one actor", "Akaun yang dianggap seorang pelaku"),
    ACTORS_INTRO(
            "Probabilities are the model's and rest on the evidence named. A person can undo a tie.",
            "Kebarangkalian adalah daripada model dan bergantung pada keterangan yang dinamakan. Seorang pegawai boleh "
                    + "membatalkan pertalian."),
    LINK("{0} and {1}: {2}; probability {3}.", "{0} dan {1}: {2}; kebarangkalian {3}."),
    GROUPS("Groups and channels", "Kumpulan dan saluran"),
    GROUP("Group", "Kumpulan"),
    MESSAGES("Messages", "Mesej"),
    MEMBERS("Members seen", "Ahli yang dilihat"),
    SAYS("Says of itself", "Menyatakan tentang dirinya"),
    MEDIA("Media known to a list", "Media yang dikenali oleh senarai"),
    MEDIA_NONE("No list knows any of the media.", "Tiada senarai mengenali mana-mana media."),
    CONTENT("Content (SHA-256)", "Kandungan (SHA-256)"),
    LIST("List, and how near", "Senarai, dan dekatnya"),
    PLACES("Places", "Tempat"),
    NO_FINDINGS("None.", "Tiada."),
    NETWORK("5. Network", "5. Rangkaian"),
    NETWORK_SUMS(
            "{0} accounts, actors and groups, tied by {1} ties that the records show. The picture orders what was handed in; "
                    + "nearness in it proves nothing.",
            "{0} akaun, pelaku dan kumpulan, dengan {1} pertalian yang ditunjukkan oleh rekod. Gambar ini menyusun apa yang "
                    + "diserahkan; kedekatan dalam gambar tidak membuktikan apa-apa."),
    PICTURE(
            "Picture of the network. Squares are groups, circles are accounts or actors; colour marks the community, a dark "
                    + "rim a role that records show; size grows with the number of ties.",
            "Gambar rangkaian. Segi empat ialah kumpulan, bulatan ialah akaun atau pelaku; warna menandakan komuniti, "
                    + "pinggir gelap menandakan peranan yang ditunjukkan oleh rekod; saiz membesar mengikut bilangan pertalian."),
    ROLES("Roles that records show", "Peranan yang ditunjukkan oleh rekod"),
    ROLE("Role", "Peranan"),
    TIMELINE("6. Timeline", "6. Garis masa"),
    TIMELINE_INTRO(
            "Times are those that the sources state. A time without a known zone stands as written and is not ordered with "
                    + "the others.",
            "Masa adalah seperti yang dinyatakan oleh sumber. Masa tanpa zon yang diketahui ditulis seadanya dan tidak "
                    + "disusun bersama yang lain."),
    WHEN("When", "Bila"),
    WHAT("What", "Apa"),
    FIRST_PASSAGE("first passage of note in {0}", "petikan pertama dalam {0}"),
    FIRST_ALERT("the score of {0} reaches \"look now\"", "skor {0} mencapai \"lihat sekarang\""),
    SILENT("the group {0} falls silent", "kumpulan {0} menjadi senyap"),
    REPORT_MADE("this report is made", "laporan ini dibuat"),
    NO_TIMES("No record of note states an instant.", "Tiada rekod penting menyatakan masa yang pasti."),
    METHOD("7. Method and limits, in plain words", "7. Kaedah dan had, dalam bahasa mudah"),
    GLOSSARY("8. Glossary", "8. Glosari"),
    CHECK(
            "9. About this document, and how to verify the bundle",
            "9. Tentang dokumen ini, dan cara mengesahkan himpunan"),
    ANNEX("Annex: items received", "Lampiran: item yang diterima"),
    SEE_ANNEX("The annex lists the {0} items.", "Lampiran menyenaraikan {0} item itu."),
    CIRCLE(
            "A document cannot hold its own digest. The digest at the foot of each page is therefore that of what the document "
                    + "describes: the SHA-256 of those lines of manifest-sha256.txt that name the evidence, findings.json, "
                    + "reading-report.json, case.jsonld and schedules.json, in the order of that file. It leaves out the reports, "
                    + "the certificates and the ledger's part. The reports themselves are bound by the ledger entry "
                    + "bundle-assembled, through the digest of all of the payload.",
            "Sesuatu dokumen tidak boleh mengandungi ringkasannya sendiri. Oleh itu ringkasan di kaki setiap halaman ialah "
                    + "ringkasan bagi apa yang diterangkan: SHA-256 bagi baris manifest-sha256.txt yang menamakan bahan bukti, "
                    + "findings.json, reading-report.json, case.jsonld dan schedules.json, mengikut turutan fail itu. Laporan, "
                    + "sijil dan bahagian lejar tidak termasuk. Laporan itu sendiri diikat oleh catatan lejar bundle-assembled, "
                    + "melalui ringkasan seluruh kandungan."),
    VERIFY(
            "To verify: follow HOW-TO-VERIFY.txt in the bundle's first folder, on any computer, without a network. The "
                    + "verifier says step by step what it checked and names the first thing at fault.",
            "Untuk mengesahkan: ikuti HOW-TO-VERIFY.txt dalam folder pertama himpunan, pada mana-mana komputer, tanpa "
                    + "rangkaian. Pengesah menyatakan langkah demi langkah apa yang disemak dan menamakan kesalahan pertama."),
    UNDRAWN(
            "Characters for which this PDF has no font are shown as code points in square brackets, such as [U+4F60]; none is "
                    + "left out. By script: {0}. The HTML report beside it holds them as written.",
            "Aksara yang tiada fon dalam PDF ini ditunjukkan sebagai titik kod dalam kurungan segi empat, seperti [U+4F60]; "
                    + "tiada yang ditinggalkan. Mengikut tulisan: {0}. Laporan HTML di sebelahnya memaparkannya seperti ditulis."),
    ALL_DRAWN("Every character of this document is drawn.", "Setiap aksara dokumen ini dipaparkan."),
    MORE("{0} more stand in {1}.", "{0} lagi terdapat dalam {1}.");

    private final String english;
    private final String malay;

    Phrase(String english, String malay) {
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
