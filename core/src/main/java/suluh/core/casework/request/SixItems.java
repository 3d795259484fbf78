package suluh.core.casework.request;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;

/**
 * What a request for preservation states.
 *
 * <p>Source: Convention on Cybercrime (ETS 185, Budapest 2001), Article 29(2)(a) to (f).
 *
 * @param authority (a) who asks
 * @param offenceAndFacts (b) the offence that is investigated, and its facts in brief
 * @param dataAndRelation (c) the stored data, and what they have to do with the offence
 * @param custodian (d) what is known of who holds the data, or where the system is
 * @param necessity (e) why they must be preserved
 * @param assistance (f) that mutual assistance will be asked for, to search, seize or obtain the data
 */
public record SixItems(
        String authority,
        String offenceAndFacts,
        String dataAndRelation,
        String custodian,
        String necessity,
        String assistance) {
    /** About a page each. */
    public static final int MAX_CHARS = 4000;

    /** These items, or which of them are missing or too long. */
    public Outcome<SixItems> checked() {
        List<String> missing = new ArrayList<>();
        List<String> tooLong = new ArrayList<>();
        byLetter().forEach((letter, text) -> {
            if (text.isBlank()) {
                missing.add("(" + letter + ")");
            } else if (text.length() > MAX_CHARS) {
                tooLong.add("(" + letter + ")");
            }
        });
        if (!missing.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.REQUEST_INCOMPLETE,
                    "A request for preservation states six things (Budapest Convention, Article 29(2)); missing are "
                            + String.join(", ", missing) + ". Fill them in; nothing was sent.");
        }
        if (!tooLong.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.REQUEST_INCOMPLETE,
                    "Longer than " + MAX_CHARS + " characters: " + String.join(", ", tooLong) + ". Shorten them.");
        }
        return Outcome.done(this);
    }

    /** The items by the letters of the article, in its order. */
    public SequencedMap<String, String> byLetter() {
        SequencedMap<String, String> items = new java.util.LinkedHashMap<>();
        items.put("a", authority);
        items.put("b", offenceAndFacts);
        items.put("c", dataAndRelation);
        items.put("d", custodian);
        items.put("e", necessity);
        items.put("f", assistance);
        return items;
    }
}
