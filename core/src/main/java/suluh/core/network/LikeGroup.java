package suluh.core.network;

import java.util.List;
import java.util.Locale;

/**
 * A group that is like another, and why.
 *
 * @param key key of the group that is like it
 * @param score sum of the reasons' weights, to order by and nothing else
 * @param reasons strongest first
 */
public record LikeGroup(String key, double score, List<Reason> reasons) {
    /** In what the groups are alike. */
    public enum Likeness {
        /** They share more members than chance explains (validated projection). */
        MEMBERS,
        /** The same administrators. */
        ADMINISTRATORS,
        /** The same links or numbers were posted in both. */
        LINKS,
        /** The same files were posted in both. */
        MEDIA,
        /** They use the same words (cosine of word counts, common words counting less). */
        WORDING;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One likeness.
     *
     * @param figure members, administrators, links or files shared; for wording the cosine
     * @param weight what it adds to the score, 0 to 1
     * @param examples keys or values that are shared, at most five
     */
    public record Reason(Likeness likeness, double figure, double weight, List<String> examples) {
        public Reason {
            examples = List.copyOf(examples);
        }
    }

    public LikeGroup {
        reasons = List.copyOf(reasons);
    }
}
