package suluh.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Style rules on the text of the sources; each message says where and what to do. */
class SourceRulesTest {
    private static final int MAX_LINES = 500;
    private static final Pattern BANNED_NAME = Pattern.compile(
            "\\b(?:class|record|interface|enum) +\\w*(?:Util|Utils|Helper|Manager|Common|Impl|Data|Info)\\b");
    private static final Pattern VERDICT = Pattern.compile(
            "(?i)\\b(?:class|record|interface|enum) +\\w*(?:predator|offender|guilty|culprit|pedo)\\w*");
    private static final Pattern GETTER =
            Pattern.compile("^ +(?:public |protected |private )?[\\w<>\\[\\], ?]+ get[A-Z]\\w*\\(\\)");
    private static final Pattern BROAD_CATCH =
            Pattern.compile("catch \\((?:final )?(?:Exception|Throwable|RuntimeException)\\b");
    private static final Pattern LOOSE_TODO = Pattern.compile("\\b(?:TODO|FIXME|XXX)\\b(?! #\\d+)");
    /** Doors where a broad catch turns whatever comes into one sentence and an exit code. */
    private static final List<String> BROAD_CATCH_DOORS =
            List.of("app/src/main/java/suluh/app/cli/Doorstep.java", "app/src/main/java/suluh/app/flow/RunWork.java");

    @Test
    void noFileIsLongerThanTheCeiling() {
        assertThat(violations(
                        SourceTree.javaFiles(),
                        (path, lines) -> lines.size() > MAX_LINES
                                ? List.of(lines.size() + " lines; split it by subject below " + MAX_LINES)
                                : List.of()))
                .isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(matches(SourceTree.javaFiles(), BANNED_NAME, "if the name is hard, the type is wrong"))
                .isEmpty();
        assertThat(matches(SourceTree.javaFiles(), VERDICT, "no name passes a verdict"))
                .isEmpty();
    }

    @Test
    void methodsSayWhatTheyReturnWithoutGet() {
        List<String> found = violations(SourceTree.mainJavaFiles(), (path, lines) -> {
            List<String> getters = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                boolean overrides = lines.get(i - 1).strip().equals("@Override");
                if (!overrides && GETTER.matcher(lines.get(i)).find()) {
                    getters.add((i + 1) + ": " + lines.get(i).strip() + " (name the method after what it returns)");
                }
            }
            return getters;
        });

        assertThat(found).isEmpty();
    }

    @Test
    void broadCatchesStandOnlyAtTheNamedDoors() {
        List<Path> others = SourceTree.mainJavaFiles().stream()
                .filter(path -> !BROAD_CATCH_DOORS.contains(SourceTree.relative(path)))
                .toList();

        assertThat(matches(others, BROAD_CATCH, "catch what you can add meaning to"))
                .isEmpty();
    }

    @Test
    void everyTodoNamesItsIssue() {
        List<Path> others = SourceTree.javaFiles().stream()
                .filter(path -> !path.endsWith("SourceRulesTest.java"))
                .toList();

        assertThat(matches(others, LOOSE_TODO, "write the issue's number: TODO #12"))
                .isEmpty();
    }

    @Test
    void noTestIsDisabled() {
        List<Path> others = SourceTree.javaFiles().stream()
                .filter(path -> !path.endsWith("SourceRulesTest.java"))
                .toList();

        assertThat(matches(others, Pattern.compile("@Disabled|@Ignore|assumeTrue\\(false"), "mend or remove it"))
                .isEmpty();
    }

    @Test
    void everyPackageStatesItsPurpose() {
        List<String> missing = SourceTree.mainJavaFiles().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !describesItself(folder))
                .map(SourceTree::relative)
                .toList();

        assertThat(missing)
                .as("packages without a package-info.java that is @NullMarked and begins with one sentence")
                .isEmpty();
    }

    private static boolean describesItself(Path folder) {
        Path info = folder.resolve("package-info.java");
        if (!Files.exists(info)) {
            return false;
        }
        String text = String.join("\n", SourceTree.lines(info));
        return text.startsWith("/** ") && text.contains("@NullMarked");
    }

    private interface Rule {
        List<String> violations(Path path, List<String> lines);
    }

    private static List<String> violations(List<Path> files, Rule rule) {
        List<String> found = new ArrayList<>();
        for (Path path : files) {
            for (String violation : rule.violations(path, SourceTree.lines(path))) {
                found.add(SourceTree.relative(path) + ": " + violation);
            }
        }
        return found;
    }

    private static List<String> matches(List<Path> files, Pattern pattern, String advice) {
        return violations(files, (path, lines) -> {
            List<String> found = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add((i + 1) + ": " + lines.get(i).strip() + " (" + advice + ")");
                }
            }
            return found;
        });
    }
}
