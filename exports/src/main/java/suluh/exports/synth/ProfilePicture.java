package suluh.exports.synth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A profile picture: grey waves drawn from a number, nobody's face and no thing.
 *
 * <p>Written as PNG (ISO/IEC 15948) whose data are stored uncompressed, so that the bytes do not depend on a zip library.
 *
 * @param pattern number that the waves are drawn from
 * @param edition 0 as it was made; another number is the same a little brighter, as if saved again
 */
record ProfilePicture(long pattern, int edition) {
    private static final int SIDE = 64;
    private static final int WAVES = 8;
    private static final int MOST_CYCLES = 6;
    private static final int MIDDLE_GREY = 118;
    private static final int CONTRAST = 26;
    private static final int BRIGHTER = 9;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** The file, about 4 KB. */
    byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
        // Eight bits of grey; compression, filter and interlacing as the standard's only or simplest kind.
        chunk(out, "IHDR", header.put((byte) 8).put((byte) 0).array());
        chunk(out, "IDAT", stored(rows()));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Rows of grey levels, each behind the byte 0 for "no filter". */
    private byte[] rows() {
        Draw draw = new Draw(pattern);
        int[] across = new int[WAVES];
        int[] down = new int[WAVES];
        double[] phase = new double[WAVES];
        for (int wave = 0; wave < WAVES; wave++) {
            across[wave] = draw.below(MOST_CYCLES + 1);
            down[wave] = draw.below(2 * MOST_CYCLES + 1) - MOST_CYCLES;
            phase[wave] = draw.below(1_000) * 2 * StrictMath.PI / 1_000;
        }
        byte[] rows = new byte[SIDE * (SIDE + 1)];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double grey = MIDDLE_GREY + (double) BRIGHTER * edition;
                for (int wave = 0; wave < WAVES; wave++) {
                    double turns = (double) (across[wave] * x + down[wave] * y) / SIDE;
                    grey += CONTRAST * StrictMath.cos(2 * StrictMath.PI * turns + phase[wave]);
                }
                rows[y * (SIDE + 1) + x + 1] = (byte) Math.clamp(Math.round(grey), 0, 255);
            }
        }
        return rows;
    }

    /** A zlib stream (RFC 1950) of one stored block (RFC 1951, 3.2.4). */
    private static byte[] stored(byte[] data) {
        ByteBuffer stream = ByteBuffer.allocate(data.length + 11);
        stream.put((byte) 0x78).put((byte) 0x01).put((byte) 1);
        stream.put((byte) data.length).put((byte) (data.length >>> 8));
        stream.put((byte) ~data.length).put((byte) (~data.length >>> 8));
        Adler32 sum = new Adler32();
        sum.update(data);
        return stream.put(data).putInt((int) sum.getValue()).array();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
