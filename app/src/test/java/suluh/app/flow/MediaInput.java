package suluh.app.flow;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import suluh.app.media.TestPictures;

/** A small input with pictures: one picture in three forms in a Telegram and a WhatsApp export, another twice alike. */
public final class MediaInput {
    private MediaInput() {}

    /** Writes it below this folder and gives the folder. */
    public static Path write(Path folder, BufferedImage shared, BufferedImage other, byte[] heic) throws IOException {
        Files.createDirectories(folder);
        byte[] jpeg = TestPictures.jpeg(shared, 0.9f, false);
        byte[] twice = TestPictures.file(other, "png");
        Files.write(
                folder.resolve("telegram.zip"),
                zip(
                        "result.json", telegram().getBytes(StandardCharsets.UTF_8),
                        "photos/first.jpg", jpeg,
                        "photos/mirrored.jpg", TestPictures.jpeg(mirrored(shared), 0.7f, false),
                        "photos/other.png", twice,
                        "photos/later.heic", heic));
        String chat = "01/02/2024, 10:15 - Aina: " + "IMG-20240201-WA0001.jpg (file attached)\n"
                + "01/02/2024, 10:16 - Borhan: thank you\n" + "01/02/2024, 10:17 - Aina: "
                + "IMG-20240201-WA0002.png (file attached)\n";
        Files.write(
                folder.resolve("WhatsApp Chat with Borhan.zip"),
                zip(
                        "WhatsApp Chat with Borhan.txt", chat.getBytes(StandardCharsets.UTF_8),
                        "IMG-20240201-WA0001.jpg", TestPictures.jpeg(shared, 0.5f, true),
                        "IMG-20240201-WA0002.png", twice));
        return folder;
    }

    private static String telegram() {
        return "{\"name\":\"Walks\",\"type\":\"private_group\",\"id\":7,\"messages\":["
                + photo(1, "2024-01-01T10:00:00", 1704074400, "user1", "photos/first.jpg") + ","
                + photo(2, "2024-01-02T10:00:00", 1704160800, "user2", "photos/mirrored.jpg") + ","
                + photo(3, "2024-01-03T10:00:00", 1704247200, "user2", "photos/other.png") + "]}";
    }

    private static String photo(int id, String date, long unix, String from, String path) {
        return "{\"id\":" + id + ",\"type\":\"message\",\"date\":\"" + date + "\",\"date_unixtime\":\"" + unix
                + "\",\"from\":\"Name of " + from + "\",\"from_id\":\"" + from + "\",\"photo\":\"" + path
                + "\",\"width\":300,\"height\":220,\"text\":\"\"}";
    }

    private static BufferedImage mirrored(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.setRGB(image.getWidth() - 1 - x, y, image.getRGB(x, y));
            }
        }
        return out;
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
