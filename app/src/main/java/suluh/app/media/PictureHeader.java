package suluh.app.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the header of a picture says before anything is unpacked: its size, and what decoding it will cost.
 *
 * <p>Read by this class alone, not by a decoder, so that a picture which claims to be larger than the limits is refused
 * before any decoder sees it.
 *
 * @param width pixels, from the header; hostile until checked
 * @param height the same
 * @param costBytes memory that decoding takes at most, by the pixel
 * @param isAdobe true for a JPEG with Adobe's marker, whose inks are stored inverted
 * @param adobeTransform colour transform that the marker states, or -1
 * @param components colour components of a JPEG; 0 for other formats
 */
record PictureHeader(
        MediaFormat format,
        long width,
        long height,
        long costBytes,
        boolean isAdobe,
        int adobeTransform,
        int components) {
    /** A hundred megapixels: twice what common cameras make. */
    static final long MAX_PIXELS = 100_000_000;
    /** Raster, luma and, for a progressive JPEG, its coefficients; the child's heap is set to hold it. */
    static final long MAX_COST_BYTES = 400L << 20;

    private static final int LUMA_BYTES = 1;
    /** A progressive JPEG keeps 16 bits for each component of each pixel until its last scan. */
    private static final int COEFFICIENT_BYTES = 2;

    /** The header of a picture of a format that is decoded here; empty when it is cut or states no size. */
    static Optional<PictureHeader> of(byte[] bytes) {
        MediaFormat format = MediaFormat.of(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            Optional<PictureHeader> header = switch (format) {
                case JPEG -> jpeg(in);
                case PNG -> png(in);
                case GIF -> gif(in.order(ByteOrder.LITTLE_ENDIAN));
                case WEBP -> webp(in.order(ByteOrder.LITTLE_ENDIAN));
                case BMP -> bmp(in.order(ByteOrder.LITTLE_ENDIAN));
                case HEIC, AVIF, TIFF, VIDEO, AUDIO, UNKNOWN -> Optional.empty();
            };
            return header.filter(found -> found.width > 0 && found.height > 0);
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** True when the picture stays within the limits. */
    boolean isWithinLimits() {
        return width <= MAX_PIXELS
                && height <= MAX_PIXELS
                && width * height <= MAX_PIXELS
                && width * height * costBytes <= MAX_COST_BYTES;
    }

    private static PictureHeader plain(MediaFormat format, long width, long height, long rasterBytes) {
        return new PictureHeader(format, width, height, rasterBytes + LUMA_BYTES, false, -1, 0);
    }

    /** Walks the segments up to the frame header (ITU-T T.81, B.1 and B.2.2). */
    private static Optional<PictureHeader> jpeg(ByteBuffer in) {
        boolean adobe = false;
        int transform = -1;
        int at = 2;
        while (true) {
            while ((in.get(at) & 0xFF) != 0xFF || (in.get(at + 1) & 0xFF) == 0xFF || in.get(at + 1) == 0) {
                at++;
            }
            int marker = in.get(at + 1) & 0xFF;
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += 2;
                continue;
            }
            if (marker == 0xD9 || marker == 0xDA) {
                return Optional.empty();
            }
            int length = in.getShort(at + 2) & 0xFFFF;
            if (marker == 0xEE && length >= 14 && in.getInt(at + 4) == 0x41646F62 && in.get(at + 8) == 'e') {
                adobe = true;
                transform = in.get(at + 15) & 0xFF;
            }
            boolean isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (isFrame) {
                return Optional.of(frame(in, at, marker, adobe, transform));
            }
            at += 2 + Math.max(2, length);
        }
    }

    private static PictureHeader frame(ByteBuffer in, int at, int marker, boolean adobe, int transform) {
        long height = in.getShort(at + 5) & 0xFFFF;
        long width = in.getShort(at + 7) & 0xFFFF;
        int components = in.get(at + 9) & 0xFF;
        boolean progressive = marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
        long cost = components + LUMA_BYTES + (progressive ? (long) COEFFICIENT_BYTES * components : 0);
        // Inks become colours in a raster of their own.
        long inks = components == 4 ? Integer.BYTES : 0;
        return new PictureHeader(MediaFormat.JPEG, width, height, cost + inks, adobe, transform, components);
    }

    /** IHDR stands first (PNG, third edition, 11.2.1). */
    private static Optional<PictureHeader> png(ByteBuffer in) {
        if (in.getInt(12) != 0x49484452) {
            return Optional.empty();
        }
        long width = in.getInt(16) & 0xFFFFFFFFL;
        long height = in.getInt(20) & 0xFFFFFFFFL;
        int depth = in.get(24) & 0xFF;
        int channels = switch (in.get(25)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        return Optional.of(plain(MediaFormat.PNG, width, height, Math.max(1, channels * depth / 8)));
    }

    /** The first frame's own size counts: it need not be that of the screen (GIF89a, 20). */
    private static Optional<PictureHeader> gif(ByteBuffer in) {
        int at = 13 + colourTable(in.get(10));
        while (in.get(at) == 0x21) {
            at += 2;
            while (in.get(at) != 0) {
                at += 1 + (in.get(at) & 0xFF);
            }
            at++;
        }
        if (in.get(at) != 0x2C) {
            return Optional.empty();
        }
        return Optional.of(plain(MediaFormat.GIF, in.getShort(at + 5) & 0xFFFF, in.getShort(at + 7) & 0xFFFF, 1));
    }

    private static int colourTable(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** VP8X, VP8L or VP8 (RFC 9649). */
    private static Optional<PictureHeader> webp(ByteBuffer in) {
        int chunk = in.order(ByteOrder.BIG_ENDIAN).getInt(12);
        in.order(ByteOrder.LITTLE_ENDIAN);
        return switch (chunk) {
            case 0x56503858 -> Optional.of(plain(MediaFormat.WEBP, 1L + triple(in, 24), 1L + triple(in, 27), 8));
            case 0x5650384C -> {
                int packed = in.getInt(21);
                yield Optional.of(plain(MediaFormat.WEBP, 1L + (packed & 0x3FFF), 1L + ((packed >> 14) & 0x3FFF), 8));
            }
            case 0x56503820 ->
                Optional.of(plain(MediaFormat.WEBP, in.getShort(26) & 0x3FFF, in.getShort(28) & 0x3FFF, 8));
            default -> Optional.empty();
        };
    }

    private static int triple(ByteBuffer in, int at) {
        return (in.get(at) & 0xFF) | ((in.get(at + 1) & 0xFF) << 8) | ((in.get(at + 2) & 0xFF) << 16);
    }

    /** BITMAPCOREHEADER has 16-bit sizes, all later headers 32-bit ones, negative heights for top-down rows. */
    private static Optional<PictureHeader> bmp(ByteBuffer in) {
        boolean core = in.getInt(14) == 12;
        long width = core ? in.getShort(18) & 0xFFFF : in.getInt(18);
        long height = core ? in.getShort(20) & 0xFFFF : Math.abs((long) in.getInt(22));
        return Optional.of(plain(MediaFormat.BMP, width, height, Integer.BYTES));
    }
}
