package suluh.app.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import suluh.app.media.TestPictures;

/** Two exports of one group: one that should never have been taken, with words that stand nowhere else, and another. */
public final class TwoExports {
    /** Words that only the one holds: of texts, names, handles, titles, inner paths and unknown keys. */
    public static final List<String> MARKERS = List.of(
            "zuluquartz",
            "quartzina",
            "quartzname",
            "quartzroom",
            "quartzwalks",
            "quartzpicture",
            "quartzlink",
            "quartzhandle",
            "quartzkey",
            "user9900001");
    /** A picture that lies in the one only. */
    static final byte[] PICTURE = TestPictures.file(TestPictures.waves(5, 160, 120), "png");

    private static final byte[] IN_BOTH = TestPictures.file(TestPictures.waves(1, 160, 120), "png");
    private static final byte[] ONLY_IN_OTHER = TestPictures.file(TestPictures.waves(9, 160, 120), "png");

    private TwoExports() {}

    /** Writes the one that goes. */
    public static void writeGone(Path file) throws IOException {
        String shared = chat(
                "Quartzwalks",
                7,
                "\"quartzkey\":1,",
                List.of(
                        said(1, "user1", "Borhan Quartzname", "zuluquartz jumpa di taman, tulis t.me/quartzlink", ""),
                        said(2, "user9900001", "Quartzina", "cari saya @quartzhandle, umur berapa?", ""),
                        said(3, "user2", "Aina", "jumpa esok", "photos/quartzpicture.png"),
                        said(4, "user2", "Aina", "gambar", "photos/only-other.png"),
                        said(5, "user1", "Borhan Quartzname", "sama", "photos/both.png")));
        String own = chat(
                "Quartzroom",
                8,
                "",
                List.of(
                        said(1, "user9900001", "Quartzina", "zuluquartz berapa umur awak? jangan beritahu mak", ""),
                        said(2, "user1", "Borhan Quartzname", "rahsia kita ya, jumpa di mana?", "")));
        Files.write(
                file,
                zip(
                        "walks/result.json",
                        shared.getBytes(StandardCharsets.UTF_8),
                        "walks/photos/quartzpicture.png",
                        PICTURE,
                        "walks/photos/both.png",
                        IN_BOTH,
                        "room/result.json",
                        own.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes the other, which stays. */
    public static void writeOther(Path file) throws IOException {
        String shared = chat(
                "Walks",
                7,
                "",
                List.of(
                        said(1, "user2", "Aina", "jumpa di taman esok, telefon saya +60 11-5550 0123", ""),
                        said(2, "user1", "Borhan", "baik, umur berapa adik?", ""),
                        said(3, "user1", "Borhan", "ini", "photos/walk.png"),
                        said(4, "user3", "Chong", "jumpa lagi", "")));
        String own = chat(
                "Kedai",
                9,
                "",
                List.of(
                        said(1, "user3", "Chong", "roti ada?", ""),
                        said(2, "user2", "Aina", "ada, datang petang", "")));
        Files.write(
                file,
                zip(
                        "other/result.json",
                        shared.getBytes(StandardCharsets.UTF_8),
                        "other/photos/walk.png",
                        IN_BOTH,
                        "shop/result.json",
                        own.getBytes(StandardCharsets.UTF_8),
                        "other/photos/only-other.png",
                        ONLY_IN_OTHER));
    }

    private static String chat(String name, int id, String more, List<String> messages) {
        return "{" + more + "\"name\":\"" + name + "\",\"type\":\"private_group\",\"id\":" + id + ",\"messages\":["
                + String.join(",", messages) + "]}";
    }

    private static String said(int id, String from, String name, String text, String photo) {
        int hour = 8 + id;
        String picture = photo.isEmpty() ? "" : "\"photo\":\"" + photo + "\",\"width\":160,\"height\":120,";
        return "{\"id\":" + id + ",\"type\":\"message\",\"date\":\"2024-10-03T"
                + String.format("%02d", hour) + ":00:00\",\"date_unixtime\":\"" + (1_727_913_600L + id * 3_600L)
                + "\",\"from\":\"" + name + "\",\"from_id\":\"" + from + "\"," + picture + "\"text\":\"" + text + "\"}";
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                ZipEntry entry = new ZipEntry((String) namesAndBytes[i]);
                entry.setTime(0); // the same bytes at each writing
                zip.putNextEntry(entry);
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
