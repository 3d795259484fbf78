package suluh.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.casework.Act;
import suluh.core.casework.Role;

/** The published table of docs/access.md is the one that the code goes by. */
class AccessTableTest {
    @Test
    void isTheTableOfTheCode() {
        List<String> published = Arrays.stream(SourceTree.text("docs/access.md").split("\n"))
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(published)
                .as("rows of docs/access.md, in the order of core.casework.Act")
                .containsExactlyElementsOf(
                        Arrays.stream(Act.values()).map(AccessTableTest::row).toList());
    }

    private static String row(Act act) {
        StringBuilder row = new StringBuilder("| `" + act.wire() + "` | ");
        row.append(act.isInCase() ? "in a case" : "outside").append(act.needsTwoPersons() ? ", two persons" : "");
        for (Role role : Role.values()) {
            row.append(" | ").append(act.roles().contains(role) ? "x" : "");
        }
        return row.append(" |").toString();
    }
}
