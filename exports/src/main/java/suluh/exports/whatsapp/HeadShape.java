package suluh.exports.whatsapp;

import org.jspecify.annotations.Nullable;
import suluh.exports.text.ByteLines;

/**
 * A head whose digits may be others: the heads of a file are nearly all alike in everything else.
 *
 * <p>{@link HeadScan} reads from left to right and asks of a digit only whether it is one, but for the ranges of hour,
 * minute and second. A line with this head's bytes and other digits, hour, minute and second in their ranges, therefore
 * has the same head but for its numbers. No byte behind the head is asked: a shape ends with the space behind it.
 */
final class HeadShape {
    /** Numbers of a date and of a time of day. */
    private static final int DATE_NUMBERS = 3;

    private static final int MOST_NUMBERS = 6;

    private final Header model;
    /** Bytes of the head; 0 for a digit. */
    private final byte[] bytes;
    /** Numbers in the order in which they stand. */
    private final int[] numbers = new int[MOST_NUMBERS];

    private HeadShape(Header model, byte[] bytes) {
        this.model = model;
        this.bytes = bytes;
    }

    /** Shape of the head of a line; null for one of digits other than ASCII, or one that ends with its line. */
    static @Nullable HeadShape of(ByteLines line, Header head) {
        byte[] bytes = new byte[head.bodyStart()];
        int runs = 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) line.at(i);
            if (isDigit(line.at(i))) {
                runs += i > 0 && bytes[i - 1] == 0 ? 0 : 1;
                bytes[i] = 0;
            }
        }
        boolean whole = runs == DATE_NUMBERS + (head.form().seconds() ? 3 : 2);
        return whole && bytes[bytes.length - 1] == ' ' ? new HeadShape(head, bytes) : null;
    }

    /** The head of a line when it has this shape, else null. */
    @Nullable
    Header read(ByteLines line) {
        if (line.length() < bytes.length) {
            return null;
        }
        int run = -1;
        boolean inside = false;
        for (int i = 0; i < bytes.length; i++) {
            int found = line.at(i);
            byte expected = bytes[i];
            if (expected != 0) {
                if ((byte) found != expected) {
                    return null;
                }
                inside = false;
                continue;
            }
            if (!isDigit(found)) {
                return null;
            }
            if (!inside) {
                inside = true;
                numbers[++run] = 0;
            }
            numbers[run] = numbers[run] * 10 + found - '0';
        }
        return header(run + 1);
    }

    private @Nullable Header header(int count) {
        boolean timeFirst = model.form().timeFirst();
        int date = timeFirst ? count - DATE_NUMBERS : 0;
        int time = timeFirst ? 0 : DATE_NUMBERS;
        int second = model.form().seconds() ? numbers[time + 2] : 0;
        if (numbers[time] > 23 || numbers[time + 1] > 59 || second > 59) {
            return null;
        }
        Header.Clock clock = new Header.Clock(
                numbers[time], numbers[time + 1], second, model.clock().half());
        return new Header(
                model.form(),
                numbers[date],
                numbers[date + 1],
                numbers[date + 2],
                clock,
                model.stampStart(),
                model.stampEnd(),
                model.bodyStart());
    }

    private static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }
}
