package suluh.app.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.ui.Model;
import suluh.core.kernel.HostileText;

/**
 * The lists of one page, each cut to the part that the page shows; the page that follows goes on with all of them.
 *
 * <p>Sets {@code pageNumber} (from 0), {@code hasNext} and, by {@link #lines}, {@code total}: what the fragment
 * {@code parts :: pages} asks for.
 */
final class Paged {
    /** Lines of a plain list. */
    static final int LINES = 100;
    /** Lines of a list of findings; each opens to its evidence. */
    static final int FINDINGS = 20;

    private final Model model;
    private final int page;

    private Paged(Model model, int page) {
        this.model = model;
        this.page = page;
    }

    /** Begins the page of this number; one below 0 is the first. */
    static Paged of(Model model, int page) {
        model.addAttribute("pageNumber", Math.max(0, page));
        model.addAttribute("hasNext", false);
        return new Paged(model, Math.max(0, page));
    }

    /** Puts the page's part of the list into the model under this name; an empty part beyond its end. */
    <T> Paged part(String name, List<T> whole, int most) {
        int first = Math.clamp((long) page * most, 0, whole.size());
        model.addAttribute(name, whole.subList(first, Math.min(whole.size(), first + most)));
        if (((long) page + 1) * most < whole.size()) {
            model.addAttribute("hasNext", true);
        }
        return this;
    }

    /**
     * Puts the page's part of a list of long texts into the model: to each page as many as have so many bytes together, one
     * at least.
     *
     * @param texts what of each line is long
     */
    <T> Paged texts(String name, List<T> whole, List<String> texts, int mostBytes) {
        int first = 0;
        int end = end(texts, first, mostBytes);
        for (int before = 0; before < page && first < whole.size(); before++) {
            first = end;
            end = end(texts, first, mostBytes);
        }
        model.addAttribute(name, whole.subList(first, end));
        if (end < whole.size()) {
            model.addAttribute("hasNext", true);
        }
        return this;
    }

    private static int end(List<String> texts, int first, int mostBytes) {
        int most = Math.min(texts.size(), first + LINES);
        int bytes = 0;
        for (int at = first; at < most; at++) {
            bytes += markedUp(texts.get(at));
            if (bytes > mostBytes) {
                return Math.max(at, first + 1);
            }
        }
        return most;
    }

    private static int markedUp(String text) {
        return HostileText.markup(text).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The same as {@link #part} for the list whose size the page names. */
    <T> Paged lines(String name, List<T> whole, int most) {
        model.addAttribute("total", whole.size());
        return part(name, whole, most);
    }
}
