package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    private Path folder;

    @Test
    void namesFilesByTheFolderHandedInWhereverItLies() throws IOException, InputException {
        Path export = Files.createDirectories(folder.resolve("export/inner"));
        Files.writeString(export.resolve("b.json"), "{}");
        Files.writeString(folder.resolve("export/a.json"), "{}");

        InputFiles input = InputFiles.below(List.of(folder.resolve("export")));

        assertThat(input.files()).extracting(InputFile::name).containsExactly("export/a.json", "export/inner/b.json");
        assertThat(input.notReceived()).isEmpty();
    }

    @Test
    void takesASingleFileByItsName() throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("chat.txt"), "x");

        assertThat(InputFiles.below(List.of(file)).files())
                .extracting(InputFile::name)
                .containsExactly("chat.txt");
    }

    @Test
    void tellsOfALinkAndDoesNotFollowIt() throws IOException, InputException {
        Path export = Files.createDirectories(folder.resolve("export"));
        Path outside = Files.writeString(folder.resolve("outside.txt"), "x");
        Files.createSymbolicLink(export.resolve("link"), outside);
        Files.writeString(export.resolve("a.json"), "{}");

        InputFiles input = InputFiles.below(List.of(export));

        assertThat(input.files()).hasSize(1);
        assertThat(input.notReceived()).singleElement().asString().contains("symbolic link");
    }

    @Test
    void refusesAPathThatIsNotThere() {
        assertThatThrownBy(() -> InputFiles.below(List.of(folder.resolve("missing"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void refusesAnEmptyFolder() {
        assertThatThrownBy(() -> InputFiles.below(List.of(folder)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no file");
    }
}
