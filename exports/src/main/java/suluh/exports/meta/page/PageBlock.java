package suluh.exports.meta.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.Attachment;
import suluh.exports.markup.Element;

/**
 * Words, files and reactions of one block of a page, as a person would see them.
 *
 * @param text words, with a line feed between blocks
 * @param attachments files and links, each address once
 * @param reactions elements of the list of reactions
 */
record PageBlock(String text, List<Attachment> attachments, List<Element> reactions) {
    private static final Set<String> INLINE =
            Set.of("a", "b", "i", "u", "em", "strong", "span", "small", "font", "img", "code", "s", "sub", "sup");
    private static final Map<String, Attachment.Kind> MEDIA = Map.of(
            "img", Attachment.Kind.PHOTO,
            "video", Attachment.Kind.VIDEO,
            "audio", Attachment.Kind.AUDIO);

    static PageBlock of(List<Element> elements) {
        Gathering gathering = new Gathering();
        for (Element element : elements) {
            gathering.add(element);
            gathering.breakLine();
        }
        return new PageBlock(gathering.words(), gathering.attachments, gathering.reactions);
    }

    /** Words of one element without files and reactions, on one line. */
    static String line(Element element) {
        return of(List.of(element)).text().replace('\n', ' ').strip();
    }

    private static final class Gathering {
        private final StringBuilder out = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();
        private final List<Element> reactions = new ArrayList<>();
        private boolean space;

        // Recursion is bounded by Element.MAX_DEPTH.
        void add(Element element) {
            switch (element.name()) {
                case "ul", "ol" -> {
                    element.children("li").forEach(reactions::add);
                    return;
                }
                case "br" -> {
                    out.append('\n');
                    space = false;
                    return;
                }
                case "a" -> link(element);
                case "img", "video", "audio" -> media(element);
                default -> {}
            }
            boolean block = !INLINE.contains(element.name());
            if (block) {
                breakLine();
            }
            for (Object part : element.parts()) {
                if (part instanceof Element child) {
                    add(child);
                } else {
                    append((String) part);
                }
            }
            if (block) {
                breakLine();
            }
        }

        private void link(Element element) {
            String address = element.attributes().get("href");
            if (address == null || address.isEmpty() || address.startsWith("#")) {
                return;
            }
            boolean web = address.toLowerCase(Locale.ROOT).startsWith("http");
            boolean picture = !element.children("img").isEmpty();
            attach(web ? Attachment.Kind.LINK : picture ? Attachment.Kind.PHOTO : Attachment.Kind.FILE, address);
        }

        private void media(Element element) {
            String address = element.attributes().get("src");
            for (Element source : element.children("source")) {
                address = address == null ? source.attributes().get("src") : address;
            }
            attach(MEDIA.getOrDefault(element.name(), Attachment.Kind.UNSTATED), address);
        }

        private void attach(Attachment.Kind kind, @Nullable String address) {
            boolean known = attachments.stream()
                    .anyMatch(one -> String.valueOf(one.uri()).equals(address));
            if (address != null && !address.isEmpty() && !known) {
                attachments.add(new Attachment(kind, address, null, Attachment.Presence.REFERENCED));
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean white = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
                if (white) {
                    space = true;
                } else {
                    if (space && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                        out.append(' ');
                    }
                    space = false;
                    out.append(c);
                }
            }
        }

        void breakLine() {
            space = false;
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
        }

        String words() {
            return out.toString().strip();
        }
    }
}
