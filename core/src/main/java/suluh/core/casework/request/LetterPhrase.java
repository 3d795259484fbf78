package suluh.core.casework.request;

/** The fixed sentences of letters, in English and in Malay. */
enum LetterPhrase {
    TITLE_PRESERVATION("Request to preserve stored data", "Permintaan memelihara data tersimpan"),
    TITLE_PRODUCTION("Request to produce stored data", "Permintaan mengemukakan data tersimpan"),
    TITLE_TAKE_DOWN("Request to make content inaccessible", "Permintaan supaya kandungan tidak boleh diakses"),
    FROM("From", "Daripada"),
    TO("To", "Kepada"),
    OUR_REFERENCE("Our reference", "Rujukan kami"),
    DATE("Date", "Tarikh"),
    LEGAL_BASIS("Legal basis", "Asas undang-undang"),
    OPENING_PRESERVATION(
            "Please preserve, as they are and without telling anyone, the data described below until this request ends.",
            "Sila pelihara data yang diterangkan di bawah seadanya, tanpa memberitahu sesiapa, sehingga permintaan ini tamat."),
    OPENING_PRODUCTION(
            "Please hand over the records described below, with a statement of what you hold, what you do not hold, and "
                    + "the time zone of every time you state.",
            "Sila serahkan rekod yang diterangkan di bawah, bersama pernyataan tentang apa yang ada dan tiada dalam "
                    + "simpanan tuan, serta zon waktu bagi setiap masa yang dinyatakan."),
    OPENING_TAKE_DOWN(
            "Please make the content described below inaccessible, and keep it stored until you are told otherwise.",
            "Sila jadikan kandungan yang diterangkan di bawah tidak boleh diakses, dan simpan kandungan itu sehingga "
                    + "diberitahu selanjutnya."),
    ITEM_A("(a) Authority that asks", "(a) Pihak berkuasa yang memohon"),
    ITEM_B("(b) Offence, and its facts in brief", "(b) Kesalahan, dan fakta ringkasnya"),
    ITEM_C("(c) Data, and their relation to the offence", "(c) Data, dan kaitannya dengan kesalahan"),
    ITEM_D("(d) Custodian, or location of the system", "(d) Penjaga data, atau lokasi sistem"),
    ITEM_E("(e) Why preservation is necessary", "(e) Sebab pemeliharaan diperlukan"),
    ITEM_F("(f) Intended request for mutual assistance", "(f) Niat untuk memohon bantuan undang-undang bersama"),
    ACCOUNTS("Accounts, groups and addresses", "Akaun, kumpulan dan alamat"),
    KIND("Kind", "Jenis"),
    PLATFORM("Platform", "Pelantar"),
    NAMED_AS("As it is named", "Seperti yang dinamakan"),
    RECORDS("Kinds of record", "Jenis rekod"),
    PERIOD("Days (UTC)", "Hari (UTC)"),
    FROM_START("from the beginning", "dari permulaan"),
    TO_END("the present", "kini"),
    UNTIL("to", "hingga"),
    TERM("This request runs for {0} days. {1}", "Permintaan ini berkuat kuasa selama {0} hari. {1}"),
    STARTS_SENT("It runs from the day it is sent.", "Tempoh bermula pada hari ia dihantar."),
    STARTS_ACKNOWLEDGED(
            "It runs from the day you acknowledge it.", "Tempoh bermula pada hari tuan mengesahkan penerimaan."),
    MUST_NOT_TELL(
            "You must not disclose the existence or the content of this request to anyone, the holders of the accounts "
                    + "included.",
            "Tuan tidak boleh mendedahkan kewujudan atau kandungan permintaan ini kepada sesiapa, termasuk pemegang "
                    + "akaun."),
    PRESERVED_YES(
            "The content was preserved before this request was made.",
            "Kandungan telah dipelihara sebelum permintaan ini dibuat."),
    PRESERVED_NO(
            "The content was not preserved before this request was made: {0}",
            "Kandungan tidak dipelihara sebelum permintaan ini dibuat: {0}"),
    ACKNOWLEDGE(
            "Please acknowledge this request and quote our reference.",
            "Sila sahkan penerimaan permintaan ini dan nyatakan rujukan kami."),
    TWIN(
            "The file {0} says the same for machines. SHA-256 of that file: {1}",
            "Fail {0} menyatakan perkara yang sama untuk bacaan mesin. SHA-256 fail itu: {1}"),
    UNVERIFIED(
            "Note to the sender: the entry of the register for this authority has not been compared with the text of "
                    + "the law. Compare it before sending.",
            "Nota kepada pengirim: catatan daftar bagi kuasa ini belum dibandingkan dengan teks undang-undang. "
                    + "Bandingkan sebelum dihantar."),
    SIGNED("Name and office", "Nama dan jawatan"),
    TYPE_SUBSCRIBER("subscriber data", "data pelanggan"),
    TYPE_LOGINS("sign-ins and addresses used", "log masuk dan alamat yang digunakan"),
    TYPE_MEMBERS("members and their roles", "ahli dan peranan mereka"),
    TYPE_MESSAGES("messages", "mesej"),
    TYPE_MEDIA("media", "media"),
    KIND_GROUP("group", "kumpulan"),
    KIND_INVITE("invitation", "jemputan"),
    KIND_ACCOUNT("account", "akaun"),
    KIND_POST("post", "hantaran"),
    KIND_PHONE("telephone number", "nombor telefon"),
    KIND_EMAIL("mail address", "alamat e-mel"),
    KIND_WEB("web address", "alamat web"),
    TITLE_REFERRAL("Referral of a case of child protection", "Rujukan kes perlindungan kanak-kanak"),
    OPENING_REFERRAL(
            "We refer to you the matter described below, with the files listed at the end. Please say whether you take it "
                    + "up, and preserve what is named under (c) meanwhile.",
            "Kami merujuk kepada tuan perkara yang diterangkan di bawah, bersama fail yang disenaraikan di akhir surat ini. "
                    + "Sila maklumkan sama ada tuan mengambil tindakan, dan pelihara data di bawah (c) sementara itu."),
    COUNTRY("Country", "Negara"),
    ENCLOSED("Enclosed files", "Fail yang disertakan"),
    FILE("File", "Fail"),
    PROOF(
            "A digest shows that a file has not changed since this letter. It does not show that what the file says is true; "
                    + "scores order attention and decide nothing.",
            "Ringkasan SHA-256 menunjukkan bahawa fail tidak berubah sejak surat ini. Ia tidak menunjukkan bahawa isi fail "
                    + "itu benar; skor hanya menyusun keutamaan dan tidak memutuskan apa-apa."),
    MARK_NORMAL("", ""),
    MARK_SENSITIVE("SENSITIVE", "SULIT"),
    MARK_RESTRICTED("RESTRICTED", "TERHAD");

    private final String english;
    private final String malay;

    LetterPhrase(String english, String malay) {
        this.english = english;
        this.malay = malay;
    }

    /** The sentence in Malay for {@code ms}, else in English, with its places filled. */
    String in(String language, String... places) {
        String text = language.equals("ms") ? malay : english;
        for (int i = 0; i < places.length; i++) {
            text = text.replace("{" + i + "}", places[i]);
        }
        return text;
    }
}
