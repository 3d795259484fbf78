package suluh.app.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import suluh.core.image.LumaPlane;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqTransform;
import suluh.core.image.Turn;

/**
 * The child process that decodes: pictures come in at its standard input, hashes go out at its standard output.
 *
 * <p>It holds no secret and opens no file; its heap is set so that what {@link PictureHeader} admits fits. Whatever a
 * decoder throws is an answer; when the process dies, its parent says so and starts another.
 */
public final class DecoderChild {
    static final byte HASH = 'h';
    static final byte CLEAR = 'c';
    static final byte HASHED = 'H';
    static final byte PICTURE = 'P';
    static final byte REFUSED = 'N';

    private DecoderChild() {}

    public static void main(String[] args) throws IOException {
        ImageIO.setUseCache(false);
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // A library that prints must not speak into the answers.
        System.setOut(System.err);
        for (int request = in.read(); request >= 0; request = in.read()) {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            answer((byte) request, bytes, out);
            out.flush();
        }
    }

    private static void answer(byte request, byte[] bytes, DataOutputStream out) throws IOException {
        Optional<PictureHeader> header = PictureHeader.of(bytes).filter(PictureHeader::isWithinLimits);
        if (header.isEmpty()) {
            refuse(out, "its header is not one that the parent admits");
            return;
        }
        byte[] answer;
        try {
            PictureDecoder.Picture picture = PictureDecoder.decode(bytes, header.get());
            if (request == HASH) {
                hashed(out, picture);
                return;
            }
            answer = ShownPicture.clear(picture.image());
        } catch (IOException | RuntimeException e) {
            // Decoders of hostile bytes throw whatever they meet; to this process all of it means the same.
            refuse(out, e.getClass().getSimpleName() + ": " + e.getMessage());
            return;
        }
        out.writeByte(PICTURE);
        out.writeInt(answer.length);
        out.write(answer);
    }

    private static void hashed(DataOutputStream out, PictureDecoder.Picture picture) throws IOException {
        LumaPlane plane = LumaOf.picture(picture.image());
        PdqTransform transform = PdqTransform.of(plane);
        out.writeByte(HASHED);
        out.writeInt(plane.width());
        out.writeInt(plane.height());
        out.writeByte(transform.quality());
        out.writeBoolean(picture.isDamaged());
        GreyGrid grid = GreyGrid.of(plane);
        out.writeByte(grid.columns());
        out.writeByte(grid.rows());
        out.writeUTF(grid.levels());
        for (Turn turn : Turn.values()) {
            PdqHash hash = transform.hash(turn);
            out.writeLong(hash.w0());
            out.writeLong(hash.w1());
            out.writeLong(hash.w2());
            out.writeLong(hash.w3());
        }
    }

    private static void refuse(DataOutputStream out, String reason) throws IOException {
        out.writeByte(REFUSED);
        out.writeUTF(reason.length() > 200 ? reason.substring(0, 200) : reason);
    }
}
