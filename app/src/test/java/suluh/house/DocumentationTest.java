package suluh.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import suluh.app.Suluh;
import suluh.core.kernel.ErrorCode;

/** What a user can meet has its place in docs: commands, flags, routes, error codes, formats, links. */
class DocumentationTest {
    private static final Pattern ROUTE = Pattern.compile("@(?:Get|Post)Mapping\\((?:[^)]*?)\"(/[^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void everyCommandAndFlagStandsInTheManual() {
        String manual = SourceTree.text("docs/cli.md");
        List<String> missing = new ArrayList<>();
        CommandLine line = Suluh.commandLine();
        line.getSubcommands().forEach((name, command) -> {
            if (!manual.contains("## suluh " + name)) {
                missing.add("a section \"## suluh " + name + "\"");
            }
            command.getCommandSpec().options().forEach(option -> {
                boolean isStandard = option.usageHelp() || option.versionHelp();
                if (!isStandard && !manual.contains("`" + option.longestName())) {
                    missing.add(option.longestName() + " of " + name);
                }
            });
        });

        assertThat(missing).as("not in docs/cli.md").isEmpty();
    }

    @Test
    void everyRouteIsListed() {
        String routes = SourceTree.text("docs/routes.md");
        List<String> missing = new ArrayList<>();
        for (Path file : SourceTree.mainJavaFiles()) {
            Matcher matcher = ROUTE.matcher(String.join("\n", SourceTree.lines(file)));
            while (matcher.find()) {
                if (!routes.contains("`" + matcher.group(1) + "`")) {
                    missing.add(matcher.group(1) + " in " + SourceTree.relative(file));
                }
            }
        }

        assertThat(missing).as("not in docs/routes.md").isEmpty();
    }

    @Test
    void everyErrorCodeIsExplained() {
        String errors = SourceTree.text("docs/errors.md");
        List<String> missing = new ArrayList<>();
        new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .withImportOption(
                                com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("suluh")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(Object::toString)
                        .filter(code -> !errors.contains("`" + code + "`"))
                        .forEach(missing::add);

        assertThat(missing).as("not in docs/errors.md").isEmpty();
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            Matcher matcher = LINK.matcher(String.join("\n", SourceTree.lines(page)));
            while (matcher.find()) {
                if (!Files.exists(page.resolveSibling(matcher.group(1)))) {
                    dead.add(matcher.group(1) + " in " + SourceTree.relative(page));
                }
            }
        }

        assertThat(dead).as("links to files that are not there").isEmpty();
    }

    @Test
    void everyDependencyHasItsLine() {
        String page = SourceTree.text("docs/dependencies.md");
        List<String> missing = new ArrayList<>();
        for (String module : List.of("core", "exports", "verify", "app", "bench")) {
            Matcher matcher = Pattern.compile(
                            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>")
                    .matcher(SourceTree.text(module + "/pom.xml"));
            while (matcher.find()) {
                if (!matcher.group(1).equals("suluh") && !page.contains("`" + matcher.group(2) + "`")) {
                    missing.add(matcher.group(2) + " of " + module);
                }
            }
        }

        assertThat(missing).as("not in docs/dependencies.md").isEmpty();
    }

    /** Pictures of the tour: each stands in the page, none is heavy. */
    @Test
    void everyPictureOfTheTourIsLightAndStandsInIt() throws IOException {
        String tour = SourceTree.text("docs/tour.md");
        long sum = 0;
        try (Stream<Path> pictures = Files.list(SourceTree.root().resolve("docs/tour"))) {
            for (Path picture : pictures.toList()) {
                assertThat(tour).contains("](tour/" + picture.getFileName() + ")");
                assertThat(Files.size(picture)).as(picture.toString()).isLessThanOrEqualTo(80_000);
                sum += Files.size(picture);
            }
        }

        assertThat(sum).isBetween(1L, 1_500_000L);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> docs = Files.walk(SourceTree.root().resolve("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        try (Stream<Path> top = Files.list(SourceTree.root())) {
            top.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
