package suluh.exports.pan12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanConversationsTest {
    private static final String TWO = """
            <?xml version="1.0" encoding="UTF-8"?>
            <conversations>
              <conversation id="c1">
                <message line="1"><author>a1</author><time>09:12</time><text>which form are you</text></message>
                <message line="2"><author>b1</author><time>09:13</time><text>form 2 &amp; you</text></message>
              </conversation>
              <conversation id="c2"><message line="1"><author>b1</author><time>10:00</time><text/></message></conversation>
            </conversations>
            """;

    @Test
    void readsConversationsInOrder() throws IOException {
        List<PanConversations.Conversation> read = read(TWO);

        assertThat(read).extracting(PanConversations.Conversation::id).containsExactly("c1", "c2");
        assertThat(read.getFirst().messages().getLast()).isEqualTo(new PanConversations.Message("b1", "form 2 & you"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<conversations><conversation id=\"c\">",
                "<conversations><conversation><message/></conversation></conversations>",
                "no xml at all",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + "<conversations><conversation id=\"c\"><message><text>&e;</text></message></conversation></conversations>"
            })
    void refusesWhatIsNotOfTheForm(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(PanFormatException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void readsOrRefusesWhateverItsBytesBecome(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = TWO.getBytes(StandardCharsets.UTF_8);
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));

            readOrRefused(bytes);
            readOrRefused(cut);
        }
    }

    private static void readOrRefused(byte[] bytes) {
        try {
            PanConversations.read(
                    new ByteArrayInputStream(bytes),
                    conversation -> assertThat(conversation.id()).isNotEmpty());
        } catch (PanFormatException e) {
            assertThat(e).hasMessageContaining("line");
        } catch (IOException e) {
            throw new AssertionError("bytes in memory cannot fail to be read", e);
        }
    }

    private static List<PanConversations.Conversation> read(String xml) throws IOException {
        List<PanConversations.Conversation> conversations = new ArrayList<>();
        PanConversations.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), conversations::add);
        return conversations;
    }
}
