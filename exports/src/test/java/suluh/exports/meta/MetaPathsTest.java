package suluh.exports.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.exports.BytesFile;

class MetaPathsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "messages/inbox/a_1/message_1.json, .",
        "in/your_activity_across_facebook/messages/inbox/a_1/message_10.json, in",
        "facebook-x-1.zip!/your_facebook_activity/messages/inbox/a_1/message_1.json, facebook-x",
        "facebook-x-2.zip!/your_facebook_activity/messages/inbox/a_1/message_2.json, facebook-x",
        "facebook-x-2024-05-01.zip!/messages/inbox/a_1/message_2.json, facebook-x-2024-05-01",
        "facebook-x-2024-05-02.zip!/messages/inbox/a_1/message_2.json, facebook-x-2024-05-02",
        "messages (1).zip!/messages/inbox/a_1/message_2.json, messages (1)",
        "x/personal_information/profile_information/profile_information.json, x",
    })
    void findsTheRootThatPartsShareAndExportsDoNot(String path, String root) {
        assertThat(MetaPaths.root(BytesFile.of(path, "{}"))).isEqualTo(root);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "x/messages/inbox/a_1/message_1.json, inbox/a_1",
        "x/messages/inbox/a_1/message_12.json, inbox/a_1",
        "x/your_facebook_activity/messages/e2ee_cutover/b_2/message_1.json, e2ee_cutover/b_2",
        "backup/messages/Some one_3.json, Some one_3.json",
        "somewhere/test_export.json, test_export.json",
    })
    void findsTheThreadInThePath(String path, String thread) {
        assertThat(MetaPaths.threadPath(BytesFile.of(path, "{}"))).isEqualTo(thread);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a|inbox/x_1, a", "a/b|group/Name, a/b"})
    void tellsTheRootOfAConversation(String id, String root) {
        assertThat(MetaPaths.rootOf(id)).isEqualTo(root);
    }
}
