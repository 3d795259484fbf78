package suluh.core.casework.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Subject, sender, date and text of a mail; what else it carries is counted and left aside.
 *
 * <p>Sources: RFC 5322 (form), RFC 2045 and 2046 (parts), RFC 2047 (encoded words). Departures: comments in headers are
 * kept as text; an unknown charset is read as UTF-8; of alternatives the plain text wins.
 *
 * @param subject decoded
 * @param from decoded, as written
 * @param date as written
 * @param text plain text, or that of the HTML with its tags removed
 * @param attachments parts that are no text
 */
record MailMessage(String subject, String from, String date, String text, int attachments) {
    private static final int MAX_PARTS = 200;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT_CHARS = 1_000_000;
    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([A-Za-z0-9_.:-]{1,40})\\?([BbQq])\\?([^? ]{0,400})\\?=(\\s+(?==\\?))?");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(charset|boundary)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);

    private record Part(Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String type() {
            String value = header("content-type").toLowerCase(Locale.ROOT);
            int end = value.indexOf(';');
            String type = (end < 0 ? value : value.substring(0, end)).strip();
            return type.isEmpty() ? "text/plain" : type;
        }

        Optional<String> parameter(String name) {
            Matcher matcher = PARAMETER.matcher(header("content-type"));
            while (matcher.find()) {
                if (matcher.group(1).equalsIgnoreCase(name)) {
                    return Optional.of(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
                }
            }
            return Optional.empty();
        }
    }

    /** The mail in these bytes; throws {@link IllegalArgumentException} when they are none or pass the limits. */
    static MailMessage parse(byte[] bytes) {
        // Latin-1 keeps every byte; each part is decoded by the charset that it states.
        Part whole = part(new String(bytes, StandardCharsets.ISO_8859_1));
        if (whole.header("from").isEmpty() && whole.header("subject").isEmpty()) {
            throw new IllegalArgumentException("it has neither From nor Subject; is it a mail?");
        }
        List<Part> plain = new ArrayList<>();
        List<Part> html = new ArrayList<>();
        int others = collect(whole, plain, html);
        StringBuilder text = new StringBuilder();
        for (Part part : plain.isEmpty() ? html : plain) {
            String decoded = decoded(part);
            text.append(plain.isEmpty() ? withoutTags(decoded) : decoded).append('\n');
            if (text.length() > MAX_TEXT_CHARS) {
                throw new IllegalArgumentException("its text has more than " + MAX_TEXT_CHARS + " characters");
            }
        }
        return new MailMessage(
                words(whole.header("subject")),
                words(whole.header("from")),
                whole.header("date"),
                text.toString().strip(),
                others);
    }

    /** Address of the sender, or empty. */
    String senderAddress() {
        Matcher matcher = ADDRESS.matcher(from);
        String last = "";
        while (matcher.find()) {
            last = matcher.group();
        }
        return last;
    }

    /** Sorts the text parts, without recursion; gives the number of the others. */
    private static int collect(Part whole, List<Part> plain, List<Part> html) {
        record Level(Part part, int depth) {}
        List<Level> waiting = new ArrayList<>(List.of(new Level(whole, 0)));
        int others = 0;
        for (int i = 0; i < waiting.size(); i++) {
            Part part = waiting.get(i).part();
            int depth = waiting.get(i).depth();
            boolean attached =
                    part.header("content-disposition").toLowerCase(Locale.ROOT).startsWith("attachment");
            Optional<String> boundary = part.parameter("boundary");
            if (part.type().startsWith("multipart/") && boundary.isPresent()) {
                if (depth >= MAX_DEPTH || waiting.size() > MAX_PARTS) {
                    throw new IllegalArgumentException(
                            "it has more than " + MAX_PARTS + " parts or nests them deeper than " + MAX_DEPTH);
                }
                inner(part.body(), boundary.get()).forEach(inner -> waiting.add(new Level(inner, depth + 1)));
            } else if (part.type().equals("text/plain") && !attached) {
                plain.add(part);
            } else if (part.type().equals("text/html") && !attached) {
                html.add(part);
            } else {
                others++;
            }
        }
        return others;
    }

    private static List<Part> inner(String body, String boundary) {
        List<Part> parts = new ArrayList<>();
        String[] pieces = ("\n" + body).split("\n--" + Pattern.quote(boundary), MAX_PARTS + 1);
        for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
            int line = pieces[i].indexOf('\n');
            parts.add(part(line < 0 ? "" : pieces[i].substring(line + 1)));
        }
        return parts;
    }

    private static Part part(String text) {
        String body = text.replace("\r\n", "\n");
        int end = body.startsWith("\n") ? 0 : body.indexOf("\n\n");
        String head = end < 0 ? body : body.substring(0, end);
        Map<String, String> headers = new HashMap<>();
        for (String line : head.replaceAll("\n[ \t]+", " ").split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Part(headers, end < 0 ? "" : body.substring(Math.min(body.length(), end + (end == 0 ? 1 : 2))));
    }

    private static String decoded(Part part) {
        byte[] bytes = switch (part.header("content-transfer-encoding").toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(part.body());
            case "quoted-printable" -> quotedPrintable(part.body(), false);
            default -> part.body().getBytes(StandardCharsets.ISO_8859_1);
        };
        return new String(bytes, charset(part.parameter("charset").orElse(null)));
    }

    /** Header text with its encoded words decoded; white space between two of them is none. */
    private static String words(String header) {
        Matcher matcher = ENCODED_WORD.matcher(header);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            byte[] bytes = matcher.group(2).equalsIgnoreCase("B")
                    ? base64(matcher.group(3))
                    : quotedPrintable(matcher.group(3), true);
            matcher.appendReplacement(out, Matcher.quoteReplacement(new String(bytes, charset(matcher.group(1)))));
        }
        return matcher.appendTail(out).toString();
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a part of the mail is no Base64: " + e.getMessage(), e);
        }
    }

    private static byte[] quotedPrintable(String text, boolean isWord) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' && isWord) {
                out.write(' ');
            } else if (c == '=' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            } else if (c == '=' && i + 2 < text.length() && hex(text, i + 1) >= 0) {
                out.write(hex(text, i + 1));
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Text of an HTML part: tags go, the addresses of links stay. */
    private static String withoutTags(String html) {
        return html.replaceAll("(?is)<(script|style)\\b.{0,100000}?</\\1>", " ")
                .replaceAll("(?i)<a\\s[^>]{0,500}?href=[\"']([^\"'>]{1,2000})[\"'][^>]{0,500}>", " $1 ")
                .replaceAll("(?i)<(?:br|/p|/div|/li)[^>]{0,200}>", "\n")
                .replaceAll("<[^>]{0,5000}>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
