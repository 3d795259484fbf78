package suluh.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the dependency table of docs/architecture.md. A rule that fails names the class and the line. */
class HouseRulesTest {
    /** Rooms of core in the order of the data, each with the rooms it may import; kernel all may. */
    private static final Map<String, List<String>> CORE_ROOMS = Map.ofEntries(
            Map.entry("kernel", List.of()),
            Map.entry("canon", List.of()),
            Map.entry("bag", List.of()),
            Map.entry("ledger", List.of("canon")),
            Map.entry("timestamp", List.of()),
            Map.entry("observation", List.of()),
            Map.entry("graph", List.of()),
            Map.entry("identity", List.of("observation", "graph")),
            Map.entry("network", List.of("observation", "identity", "graph")),
            Map.entry("conversation", List.of("observation", "canon")),
            Map.entry("search", List.of("identity", "conversation")),
            Map.entry("image", List.of()),
            Map.entry("exposure", List.of()),
            Map.entry("triage", List.of("observation", "identity", "network", "conversation")),
            Map.entry("casework", List.of("canon", "observation")),
            Map.entry(
                    "disclosure",
                    List.of(
                            "canon",
                            "bag",
                            "ledger",
                            "timestamp",
                            "observation",
                            "identity",
                            "network",
                            "conversation",
                            "triage",
                            "casework")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test/"))
            .importPackages("suluh");

    static Stream<Arguments> coreRooms() {
        return CORE_ROOMS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("coreRooms")
    void aRoomOfCoreImportsOnlyTheRoomsNamedInTheTable(String room, List<String> allowed) {
        List<String> packages = new ArrayList<>(
                List.of("java..", "javax.crypto..", "javax.security.auth.x500..", "org.jspecify.annotations.."));
        packages.add("suluh.core.kernel..");
        packages.add("suluh.core." + room + "..");
        allowed.forEach(other -> packages.add("suluh.core." + other + ".."));

        classes()
                .that()
                .resideInAPackage("suluh.core." + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .as("core." + room + " may import only kernel, " + allowed + " and the JDK"
                        + " (docs/architecture.md, rooms of core)")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyRoomOfCoreStandsInTheTable() {
        String[] known = CORE_ROOMS.keySet().stream()
                .map(room -> "suluh.core." + room + "..")
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage("suluh.core..")
                .should()
                .resideInAnyPackage(known)
                .as("a new room of core needs a row in docs/architecture.md and in this test")
                .check(CLASSES);
    }

    @Test
    void coreTouchesNothingOfTheWorld() {
        noClasses()
                .that()
                .resideInAPackage("suluh.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.sql..", "java.nio.file..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .as("core takes time, randomness and files as parameters")
                .check(CLASSES);
    }

    @Test
    void modulesDependDownwardsOnly() {
        classes()
                .that()
                .resideInAPackage("suluh.exports..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml.stream..",
                        "javax.security.auth.x500..",
                        "org.jspecify.annotations..",
                        "tools.jackson.core..",
                        "org.apache.pdfbox..",
                        "org.apache.fontbox..",
                        "suluh.core..",
                        "suluh.exports..")
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage("suluh.verify..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", "suluh.core..", "suluh.verify..")
                .check(CLASSES);
    }

    @Test
    void noTwoRoomsDependOnEachOther() {
        slices().matching("suluh.core.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("suluh.exports.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
        slices().matching("suluh.app.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void doorsAskFlowsAndNeverTheStore() {
        noClasses()
                .that()
                .resideInAnyPackage("suluh.app.web..", "suluh.app.cli..", "suluh.app.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("suluh.app.store..", "java.sql..")
                .as("a door parses, authenticates, calls one flow and renders; permission is decided in the flow")
                .check(CLASSES);
    }

    @Test
    void springStaysInTheDoorsTheStoreAndTheWiring() {
        noClasses()
                .that()
                .resideInAnyPackage("suluh.core..", "suluh.exports..", "suluh.verify..", "suluh.app.flow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..")
                .as("Spring belongs to doors, store configuration and wiring")
                .check(CLASSES);
    }
}
