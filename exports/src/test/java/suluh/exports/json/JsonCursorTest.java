package suluh.exports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

class JsonCursorTest {
    @ParameterizedTest(name = "reads of {0} bytes")
    @ValueSource(ints = {1, 7, 4_000, 1_000_000})
    void givesTheByteOffsetsOfObjectsAfterMultibyteTextAndAByteOrderMark(int readBytes) throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF[");
        for (int i = 0; i < 3_000; i++) {
            text.append(i == 0 ? "" : ",\r\n ")
                    .append("{\"é\":\"漢🤓\\u00e9")
                    .append(i)
                    .append("\",\"n\":{}}");
        }
        byte[] bytes = text.append(']').toString().getBytes(StandardCharsets.UTF_8);

        List<String> records = records(bytes, readBytes);

        assertThat(records).hasSize(3_000);
        for (int i = 0; i < records.size(); i++) {
            assertThat(records.get(i)).isEqualTo("{\"é\":\"漢🤓\\u00e9" + i + "\",\"n\":{}}");
        }
    }

    @Test
    void refusesDepthBeyondTheLimit() {
        String deep = "[".repeat(JsonCursor.MAX_DEPTH + 1);

        assertThatThrownBy(() -> records(deep.getBytes(StandardCharsets.UTF_8), 100))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void refusesEveryOtherEncodingAtItsFirstByte(String charset) {
        byte[] wide = "[1]".getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> records(wide, 100))
                .isInstanceOfSatisfying(
                        JacksonException.class,
                        refused -> assertThat(refused.getLocation().getByteOffset())
                                .isBetween(0L, 2L));
    }

    @Test
    void passesOnAFaultOfTheStream() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> {
                    try (JsonCursor json = JsonCursor.of(broken)) {
                        json.next();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    private static List<String> records(byte[] bytes, int readBytes) throws IOException {
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, readBytes));
            }
        };
        List<String> records = new ArrayList<>();
        try (JsonCursor json = JsonCursor.of(slow)) {
            json.next();
            while (json.nextElement()) {
                long start = json.tokenStart();
                json.skip();
                assertThat(json.token()).isEqualTo(JsonToken.END_OBJECT);
                int length = (int) (json.position() - start);
                records.add(new String(bytes, (int) start, length, StandardCharsets.UTF_8));
            }
        }
        return records;
    }
}
