package suluh.core.disclosure.report;

import java.util.List;

/** Longer explanations in plain words: of each method with its limits, of each cue, and of each word that a reader may miss. */
final class Plain {
    private Plain() {}

    /**
     * A name and what it means, in both languages.
     *
     * @param code code that findings use, or empty
     */
    record Word(String code, String english, String englishMeaning, String malay, String malayMeaning) {
        String name(String language) {
            return language.equals("ms") ? malay : english;
        }

        String meaning(String language) {
            return language.equals("ms") ? malayMeaning : englishMeaning;
        }
    }

    static final List<Word> METHODS = List.of(
            new Word(
                    "",
                    "Sealing and reading",
                    "Each file was copied and its digest (SHA-256) entered in a ledger before it was read. Programs then read the "
                            + "files and noted for each message the place of its record. Limits: a program may not know a newer form "
                            + "of an export; it then says so and counts what it left. A seal proves that the bytes did not change "
                            + "since they were received; it does not prove that a platform wrote them.",
                    "Pemeteraian dan pembacaan",
                    "Setiap fail disalin dan ringkasannya (SHA-256) dicatat dalam lejar sebelum dibaca. Kemudian program membaca "
                            + "fail itu dan mencatat tempat rekod bagi setiap mesej. Had: program mungkin tidak mengenal bentuk "
                            + "eksport yang lebih baharu; hal itu dinyatakan dan yang tertinggal dikira. Meterai membuktikan bahawa "
                            + "bait tidak berubah sejak diterima; ia tidak membuktikan bahawa pelantar yang menulisnya."),
            new Word(
                    "",
                    "Joining accounts",
                    "Accounts were compared by what platforms record as their own (telephone, mail, device) and by weaker traits. "
                            + "Each trait adds or takes weight; the sum gives a probability (Fellegi and Sunter 1969). A name alone "
                            + "joins nothing. Limits: families share devices, numbers change hands, and the weights are learnt from "
                            + "this case's own material.",
                    "Penggabungan akaun",
                    "Akaun dibandingkan berdasarkan apa yang direkodkan oleh pelantar sebagai miliknya (telefon, e-mel, peranti) dan "
                            + "ciri yang lebih lemah. Setiap ciri menambah atau mengurangkan pemberat; jumlahnya memberi "
                            + "kebarangkalian (Fellegi dan Sunter 1969). Nama sahaja tidak menggabungkan apa-apa. Had: keluarga "
                            + "berkongsi peranti, nombor bertukar tangan, dan pemberat dipelajari daripada bahan kes ini sendiri."),
            new Word(
                    "",
                    "Conversations",
                    "Words and phrases that published studies of grooming describe were marked where they stand, and weighed "
                            + "together with who asks, how often, and how the conversation runs. Limits: irony, quotation and play are "
                            + "missed at times, and so are other languages, pictures and calls. A low score does not mean that nothing "
                            + "happened.",
                    "Perbualan",
                    "Perkataan dan frasa yang diterangkan oleh kajian terbitan tentang pengantunan ditandai di tempatnya, dan "
                            + "ditimbang bersama siapa yang bertanya, kekerapannya, dan perjalanan perbualan. Had: sindiran, petikan "
                            + "dan gurauan kadangkala tersilap, begitu juga bahasa lain, gambar dan panggilan. Skor rendah tidak "
                            + "bermaksud tiada apa-apa berlaku."),
            new Word(
                    "",
                    "Network",
                    "Ties are memberships, administration, invitations, replies and messages that records show. Communities are "
                            + "found by the method of Leiden (Traag and others 2019); who lies between others is counted by Brandes's "
                            + "method (2001). Limits: the figures describe what was handed in, not everything that took place; a role "
                            + "is read from the records cited and is no verdict.",
                    "Rangkaian",
                    "Pertalian ialah keahlian, pentadbiran, jemputan, balasan dan mesej yang ditunjukkan oleh rekod. Komuniti "
                            + "didapati dengan kaedah Leiden (Traag dan lain-lain 2019); kedudukan di antara yang lain dikira dengan "
                            + "kaedah Brandes (2001). Had: angka menerangkan apa yang diserahkan, bukan semua yang berlaku; peranan "
                            + "dibaca daripada rekod yang dinamakan dan bukan keputusan."),
            new Word(
                    "",
                    "Media",
                    "Files were compared by machine with lists of known material and with one another, by digest and by perceptual "
                            + "hash (PDQ), without being shown. A near copy differs in at most 31 of 256 bits. Limits: a list's category "
                            + "is its maker's; a near copy is very likely the same picture and not proof of it; new material is in no "
                            + "list.",
                    "Media",
                    "Fail dibandingkan oleh mesin dengan senarai bahan yang dikenali dan sesama sendiri, melalui ringkasan dan cincangan "
                            + "persepsi (PDQ), tanpa dipaparkan. Salinan hampir berbeza selebih-lebihnya 31 daripada 256 bit. Had: "
                            + "kategori senarai adalah milik pembuatnya; salinan hampir sangat mungkin gambar yang sama tetapi bukan "
                            + "bukti; bahan baharu tiada dalam mana-mana senarai."));

    static final List<Word> GLOSSARY = List.of(
            new Word(
                    "",
                    "account",
                    "What a platform calls a user. Not a person: several persons may use one, one person several.",
                    "akaun",
                    "Apa yang disebut pengguna oleh pelantar. Bukan seorang manusia: beberapa orang boleh menggunakan satu akaun, dan seorang boleh mempunyai beberapa."),
            new Word(
                    "",
                    "actor",
                    "Accounts held to be run by one person or group, with the evidence for it.",
                    "pelaku",
                    "Akaun yang dianggap dikendalikan oleh seorang atau satu kumpulan, dengan keterangannya."),
            new Word(
                    "",
                    "band",
                    "Look now, look, or background: the order in which a person looks, and nothing more.",
                    "jalur",
                    "Lihat sekarang, lihat, atau latar: turutan untuk dilihat oleh pegawai, tidak lebih daripada itu."),
            new Word(
                    "",
                    "bundle",
                    "The folder that holds evidence, findings, reports and proofs.",
                    "himpunan",
                    "Folder yang mengandungi bahan bukti, penemuan, laporan dan bukti."),
            new Word(
                    "",
                    "cue",
                    "A passage of a kind that published studies of grooming describe.",
                    "isyarat",
                    "Petikan daripada jenis yang diterangkan oleh kajian terbitan tentang pengantunan."),
            new Word(
                    "",
                    "custody",
                    "Who held an item when, and what was done with it.",
                    "jagaan",
                    "Siapa memegang item itu bila, dan apa yang dibuat dengannya."),
            new Word(
                    "",
                    "digest",
                    "A short number made from bytes (SHA-256); other bytes give another number.",
                    "ringkasan",
                    "Nombor pendek yang dibuat daripada bait (SHA-256); bait lain memberi nombor lain."),
            new Word(
                    "",
                    "exhibit",
                    "An item as received, numbered E-1, E-2 and so on.",
                    "ekshibit",
                    "Item seperti yang diterima, bernombor E-1, E-2 dan seterusnya."),
            new Word(
                    "",
                    "finding",
                    "What an analysis says, numbered F-1, F-2 and so on, with the records it rests on.",
                    "penemuan",
                    "Apa yang dinyatakan oleh analisis, bernombor F-1, F-2 dan seterusnya, dengan rekod asasnya."),
            new Word(
                    "",
                    "ledger",
                    "A log in which nothing can be changed unseen: each entry is bound to all before it.",
                    "lejar",
                    "Log yang tidak boleh diubah tanpa dikesan: setiap catatan terikat pada semua yang sebelumnya."),
            new Word(
                    "",
                    "record",
                    "The bytes of a file that say one thing, such as one message.",
                    "rekod",
                    "Bait dalam fail yang menyatakan satu perkara, seperti satu mesej."),
            new Word(
                    "",
                    "score",
                    "A figure from 0 to 1 that orders attention; not a probability of guilt.",
                    "skor",
                    "Angka dari 0 hingga 1 yang menyusun perhatian; bukan kebarangkalian kesalahan."),
            new Word(
                    "",
                    "seal",
                    "The digest of bytes, entered in the ledger when they were received.",
                    "meterai",
                    "Ringkasan bait, dicatat dalam lejar semasa diterima."),
            new Word(
                    "",
                    "time-stamp",
                    "A statement signed by an outside authority that a digest existed at a moment.",
                    "cap masa",
                    "Pernyataan yang ditandatangani oleh pihak luar bahawa sesuatu ringkasan wujud pada suatu masa."));

    static final List<Word> CUES = List.of(
            cue("AGE", "asks or states an age", "bertanya atau menyatakan umur"),
            cue("GUARDIANS", "asks where guardians are", "bertanya di mana penjaga"),
            cue("SECRECY", "asks to keep it secret", "meminta supaya dirahsiakan"),
            cue("ERASURE", "asks to delete messages", "meminta mesej dipadamkan"),
            cue("BOND", "speaks of a special bond", "menyebut hubungan istimewa"),
            cue("FLATTERY", "flatters", "memuji-muji"),
            cue("GIFTS", "offers gifts or money", "menawarkan hadiah atau wang"),
            cue("MOVE", "asks to move to another app", "mengajak berpindah ke aplikasi lain"),
            cue("PICTURE", "asks for a picture", "meminta gambar"),
            cue("MEETING", "proposes a meeting", "mencadangkan pertemuan"),
            cue("PRESSURE", "presses", "mendesak"),
            cue("GROUP_OFFER", "offers something in a group", "menawarkan sesuatu dalam kumpulan"),
            cue("BOUNDARY", "tests a boundary", "menguji batas"),
            cue("THREAT", "threatens", "mengugut"),
            cue("PAID_ACCESS", "offers access for a price", "menawarkan akses dengan bayaran"),
            cue("INVITE_LINK", "publishes an invitation", "menyiarkan jemputan"),
            cue("CODED_WORDING", "uses coded wording", "menggunakan perkataan berkod"));

    private static Word cue(String code, String english, String malay) {
        return new Word(code, english, "", malay, "");
    }

    /** What a cue does, or its code. */
    static String cue(String code, String language) {
        return CUES.stream()
                .filter(word -> word.code().equals(code))
                .findFirst()
                .map(word -> word.name(language))
                .orElse(code);
    }
}
