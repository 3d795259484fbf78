package suluh.app.flow;

import java.util.Set;

/**
 * Who did something, as a page says it.
 *
 * @param id as ledger and custody hold it
 * @param name what the person is called, or the id where nobody is known by it
 * @param agency id of the person's agency, or empty where nobody is known by the id
 */
public record PersonName(String id, String name, String agency) {
    /** Ids that stand for no person: the operator of the machine, the server itself, who reports. */
    private static final Set<String> WORDS = Set.of("cli", "house", "reporter");

    /** True when somebody is known by the id. */
    public boolean isPerson() {
        return !agency.isEmpty();
    }

    /** True when the id stands for no person, and pages have a word for it. */
    public boolean isWord() {
        return !isPerson() && WORDS.contains(id);
    }
}
