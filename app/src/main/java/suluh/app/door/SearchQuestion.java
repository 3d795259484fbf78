package suluh.app.door;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import suluh.app.flow.SearchAsked;

/**
 * The question of a search as pages and interface read it from an address; {@link SearchAsked} says what each part means.
 *
 * @param language in the address {@code lang}
 */
public record SearchQuestion(
        @BindParam("q") @Nullable String query,
        @BindParam("platform") @Nullable String platform,
        @BindParam("kind") @Nullable String kind,
        @BindParam("month") @Nullable String month,
        @BindParam("day") @Nullable String day,
        @BindParam("letters") @Nullable String letters,
        @BindParam("lang") @Nullable String language,
        @BindParam("sender") @Nullable Integer sender,
        @BindParam("after") @Nullable Integer after) {
    /** What is asked for; what the address does not have narrows nothing. */
    public SearchAsked asked() {
        return new SearchAsked(
                text(query),
                text(platform),
                text(kind),
                text(month),
                text(day),
                text(letters),
                text(language),
                sender == null ? 0 : sender,
                after == null ? 0 : after);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
