package suluh.exports.synth;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Full names of invented people, combined from the fixed lists. */
final class NameMaker {
    private final Map<String, List<String>> names = Phrasebook.nameLists();
    private final Draw draw;

    NameMaker(Draw draw) {
        this.draw = draw;
    }

    /** The next name; one may come twice. */
    String next() {
        int community = draw.below(100);
        if (community < 30) {
            return pick("malay-m") + second("malay-m", 40) + " bin " + pick("malay-father");
        }
        if (community < 60) {
            return pick("malay-f") + second("malay-f", 40) + " binti " + pick("malay-father");
        }
        if (community < 78) {
            return prefix("english-given", 50) + pick("chinese-family") + " " + pick("chinese-given");
        }
        if (community < 84) {
            return pick("tamil-m") + second("tamil-m", 50) + " a/l " + pick("tamil-father");
        }
        if (community < 90) {
            return pick("tamil-f") + second("tamil-f", 50) + " a/p " + pick("tamil-father");
        }
        return pick("english-given") + second("english-given", 60) + " " + pick("english-family");
    }

    private String pick(String list) {
        List<String> options = Objects.requireNonNull(names.get(list), list);
        return options.get(draw.below(options.size()));
    }

    private String second(String list, int percent) {
        return draw.below(100) < percent ? " " + pick(list) : "";
    }

    private String prefix(String list, int percent) {
        return draw.below(100) < percent ? pick(list) + " " : "";
    }
}
