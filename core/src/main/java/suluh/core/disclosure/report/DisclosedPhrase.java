package suluh.core.disclosure.report;

/** What the report of a disclosure says otherwise than the report of a whole case, in English and in Malay. */
enum DisclosedPhrase implements Words {
    DISCLOSURE("Disclosure", "Pendedahan"),
    FULL("{0}, full edition", "{0}, edisi penuh"),
    REDACTED("{0}, redacted edition", "{0}, edisi yang disunting"),
    PURPOSE("Why, and for whom", "Sebab, dan untuk siapa"),
    RECIPIENT("Who receives it", "Siapa yang menerimanya"),
    TIME("Time selected (UTC)", "Tempoh yang dipilih (UTC)"),
    FROM_UNTIL("from {0} until before {1}", "dari {0} sehingga sebelum {1}"),
    OPEN("no end", "tiada had"),
    PLANNED_AT("Planned at (UTC)", "Dirancang pada (UTC)"),
    PLANNED("this disclosure is planned", "pendedahan ini dirancang"),
    SELECTION(
            "This report is made from records.jsonl of this bundle and from nothing else. What was not selected is not in it, "
                    + "and its figures are those of the selection.",
            "Laporan ini dibuat daripada records.jsonl dalam himpunan ini dan tiada yang lain. Apa yang tidak dipilih tiada di "
                    + "dalamnya, dan angkanya ialah angka pilihan itu."),
    HIDDEN(
            "Names and identifiers of children and of other persons are replaced by words such as ⟦child 1⟧; the same words "
                    + "stand for the same person. The report was written anew with these words; nothing lies beneath them. The "
                    + "full edition holds the originals, and the redaction log commits to each.",
            "Nama dan pengenal kanak-kanak dan orang lain digantikan dengan perkataan seperti ⟦child 1⟧; perkataan yang sama "
                    + "bermaksud orang yang sama. Laporan ini ditulis semula dengan perkataan itu; tiada apa-apa di bawahnya. "
                    + "Edisi penuh menyimpan yang asal, dan log suntingan mengikat setiap satu."),
    TIMED(
            "A time was selected. A score is of a whole conversation, so none is told here.",
            "Suatu tempoh telah dipilih. Skor adalah bagi perbualan yang penuh, maka tiada skor dinyatakan di sini."),
    KEPT_OUT("What is kept out, and why", "Apa yang tidak disertakan, dan sebabnya"),
    NOTHING_OUT("Nothing that was selected is kept out.", "Tiada apa-apa yang dipilih telah ditinggalkan."),
    REASON("Reason", "Sebab"),
    KIND("Kind", "Jenis"),
    KEY("Which", "Yang mana"),
    SUMMARY_RECEIVED(
            "This disclosure speaks of {0} items, {1} bytes in all, which were sealed before anything was read. It discloses "
                    + "{2} messages out of them.",
            "Pendedahan ini melibatkan {0} item, berjumlah {1} bait, yang dimeterai sebelum dibaca. Sebanyak {2} mesej "
                    + "daripadanya didedahkan."),
    SUMMARY_UNREAD(
            "Files of these items not read wholly: {0}; records not understood: {1}. What they say is not in this report.",
            "Fail item ini yang tidak dapat dibaca sepenuhnya: {0}; rekod yang tidak difahami: {1}. Kandungannya tiada dalam "
                    + "laporan ini."),
    ACTORS_ONLY(
            "{0} groups of accounts are held to be one actor each.",
            "{0} kumpulan akaun masing-masing dianggap seorang pelaku."),
    RECEIVED_INTRO(
            "Each item has an exhibit number, E-1, E-2 and so on, in the order of the records. The full edition holds the bytes "
                    + "of an item under data/evidence/, in a file named by its SHA-256, where the item's record says so; the "
                    + "redacted edition holds none.",
            "Setiap item mempunyai nombor ekshibit, E-1, E-2 dan seterusnya, mengikut turutan rekod. Edisi penuh menyimpan bait "
                    + "item di data/evidence/, dalam fail yang dinamakan dengan SHA-256nya, jika rekod item menyatakan demikian; "
                    + "edisi yang disunting tidak menyimpannya."),
    HOW_TO_CHECK(
            "How to check a finding: each passage names its record in records.jsonl, then an exhibit, the path inside it when "
                    + "the exhibit is an archive, and the place of the record, as first byte + number of bytes. Whoever has the "
                    + "full edition opens the exhibit's file where it is there, goes to that byte, and reads. The command suluh "
                    + "verify --against proves that the editions differ in the listed passages alone.",
            "Cara menyemak penemuan: setiap petikan menamakan rekodnya dalam records.jsonl, kemudian ekshibit, laluan di dalamnya "
                    + "jika ekshibit itu arkib, dan tempat rekod itu, iaitu bait pertama + bilangan bait. Sesiapa yang mempunyai "
                    + "edisi penuh membuka fail ekshibit jika ada, pergi ke bait itu, dan baca. Arahan suluh verify --against "
                    + "membuktikan bahawa kedua-dua edisi berbeza dalam petikan yang disenaraikan sahaja."),
    NETWORK_SUMS(
            "{0} accounts and groups, tied by {1} ties that the records disclosed show: memberships, administration, "
                    + "invitations and messages. Measured anew from these records alone; nearness in the picture proves nothing.",
            "{0} akaun dan kumpulan, dengan {1} pertalian yang ditunjukkan oleh rekod yang didedahkan: keahlian, pentadbiran, "
                    + "jemputan dan mesej. Diukur semula daripada rekod ini sahaja; kedekatan dalam gambar tidak membuktikan "
                    + "apa-apa."),
    RECORD("record {0}", "rekod {0}"),
    CIRCLE(
            "A document cannot hold its own digest. The digest at the foot of each page is therefore that of what the document "
                    + "describes: the SHA-256 of those lines of manifest-sha256.txt that name the records, the redaction log, the "
                    + "reading copy, case.jsonld and, in the full edition, the openings and the evidence, in the order of that "
                    + "file. It leaves out the reports and the ledger's part. The reports themselves are bound by the ledger "
                    + "entry bundle-assembled, through the digest of all of the payload.",
            "Sesuatu dokumen tidak boleh mengandungi ringkasannya sendiri. Oleh itu ringkasan di kaki setiap halaman ialah "
                    + "ringkasan bagi apa yang diterangkan: SHA-256 bagi baris manifest-sha256.txt yang menamakan rekod, log "
                    + "suntingan, salinan bacaan, case.jsonld dan, dalam edisi penuh, pembukaan dan bahan bukti, mengikut turutan "
                    + "fail itu. Laporan dan bahagian lejar tidak termasuk. Laporan itu sendiri diikat oleh catatan lejar "
                    + "bundle-assembled, melalui ringkasan seluruh kandungan.");

    private final String english;
    private final String malay;

    DisclosedPhrase(String english, String malay) {
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
