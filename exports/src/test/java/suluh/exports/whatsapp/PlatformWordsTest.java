package suluh.exports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import suluh.core.observation.Attachment;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.Read;

/** Every word of the file of languages does in a chat what the file says of it. */
class PlatformWordsTest {
    private static Observation.Message message(String text) {
        return Read.of(BytesFile.of("_chat.txt", "13/02/2023, 09:02 - Omar: " + text + "\n"))
                .messages()
                .getFirst();
    }

    @Test
    void holdsTheLanguagesOfTheRegionAndMore() {
        assertThat(PlatformWords.languages())
                .hasSizeGreaterThanOrEqualTo(20)
                .contains("en", "ms", "id", "zh", "ta", "ar", "fa", "th");
    }

    @ParameterizedTest
    @EnumSource(
            value = PlatformWords.Key.class,
            names = {"MEDIA", "PHOTO", "VIDEO", "AUDIO", "STICKER", "GIF", "FILE", "CONTACT"})
    void everyMarkerOfMediaLeftOutIsOne(PlatformWords.Key key) {
        for (String phrase : PlatformWords.of(key)) {
            List<Attachment> attachments = message(phrase).attachments();

            assertThat(attachments).as(phrase).hasSize(1);
            assertThat(attachments.getFirst().presence()).isEqualTo(Attachment.Presence.OMITTED);
        }
    }

    @Test
    void everyMarkerOfAFileGivesItsName() {
        for (String marker : PlatformWords.of(PlatformWords.Key.BEHIND)) {
            assertThat(message("notes.pdf " + marker).attachments().getFirst().uri())
                    .isEqualTo("notes.pdf");
        }
        for (String marker : PlatformWords.of(PlatformWords.Key.BEFORE)) {
            assertThat(message(marker + " notes.pdf>").attachments().getFirst().uri())
                    .isEqualTo("notes.pdf");
        }
    }

    @Test
    void everyLineOfARemovedMessageOrOfACallIsOne() {
        for (String phrase : PlatformWords.of(PlatformWords.Key.REMOVED)) {
            assertThat(message(phrase).messageKind()).as(phrase).isEqualTo(MessageKind.REMOVED);
        }
        for (String phrase : PlatformWords.of(PlatformWords.Key.CALL)) {
            assertThat(message(phrase).messageKind()).as(phrase).isEqualTo(MessageKind.CALL);
        }
    }

    @Test
    void everyWordOfAStampIsUnderstood() {
        for (String word : PlatformWords.of(PlatformWords.Key.MORNING)) {
            assertThat(half("13/02/2023, 9:02 " + word + " - A: b")).as(word).isEqualTo(Header.Half.BEFORE_NOON);
            assertThat(half("[2023/2/13 " + word + "9:02:00] A: b")).as(word).isEqualTo(Header.Half.BEFORE_NOON);
        }
        for (String word : PlatformWords.of(PlatformWords.Key.AFTERNOON)) {
            assertThat(half("13/02/2023, 9:02 " + word + " - A: b")).as(word).isEqualTo(Header.Half.AFTER_NOON);
        }
        for (String word : PlatformWords.of(PlatformWords.Key.BETWEEN)) {
            assertThat(half("13/02/2023 " + word + " 9:02 - A: b")).as(word).isEqualTo(Header.Half.NONE);
        }
    }

    @Test
    void everyFormOfAMovementGivesItsNames() {
        for (PlatformWords.Key key : List.of(
                PlatformWords.Key.JOINED, PlatformWords.Key.LEFT, PlatformWords.Key.CREATED, PlatformWords.Key.ADDED)) {
            for (String form : PlatformWords.of(key)) {
                String line =
                        form.replace("{a}", "Omar").replace("{s}", "Puteri").replace("*", "x\"");

                Movement movement = Movement.of(line);

                assertThat(movement).as(line).isNotNull();
                assertThat(Objects.requireNonNull(movement).subject()).as(line).isEqualTo("Puteri");
                assertThat(movement.actor()).as(line).isEqualTo(form.contains("{a}") ? "Omar" : null);
            }
        }
    }

    private static Header.Half half(String line) {
        return Objects.requireNonNull(new HeadScan().parse(line), line).clock().half();
    }
}
