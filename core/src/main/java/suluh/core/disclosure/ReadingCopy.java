package suluh.core.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import suluh.core.disclosure.redaction.DisclosedRecord;

/**
 * The records of a disclosure as a page for people: a function of the records alone, so that the verifier renders it again
 * and compares. What is hidden in a record can therefore not be in the page.
 *
 * <p>Runs no script, fetches nothing, shows no media. Memory: one record. Not thread-safe.
 */
public final class ReadingCopy implements AutoCloseable {
    private static final int MAX_NOT_FLUSHED_CHARS = 1 << 16;

    /** Columns of each kind of record, in order; what is not named stands in the last column with its field's name. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "message", List.of("sentAt", "sender", "text"),
            "account", List.of("key", "name", "role"),
            "conversation", List.of("key", "name", "type"),
            "item", List.of("item", "name", "bytes"),
            "membership", List.of("account", "role", "conversation"),
            "exclusion", List.of("reason", "what", "key"),
            "custody", List.of("item", "at", "act"));

    private final OutputStream out;
    private Html html = new Html();
    private String section = "";

    /** Begins the page. */
    public ReadingCopy(OutputStream out) {
        this.out = out;
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Disclosure</title>")
                .raw(
                        "<meta name=\"viewport\" content=\"width=device-width\"><meta http-equiv=\"Content-Security-Policy\"")
                .raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\"><style>")
                .raw(ReportStyle.CSS)
                .raw("</style></head><body><main>\n")
                .element("h1", "Disclosure · Pendedahan");
        html.raw("<p class=\"caution\">")
                .text(
                        "Made from records.jsonl alone. Words such as ⟦child 1⟧ stand where a passage is hidden; the same "
                                + "words stand for the same person. Media is not shown. Scores and bands are aids to triage, and "
                                + "no findings of fact.")
                .raw("</p>\n<p class=\"caution\" lang=\"ms\">")
                .text("Dibuat daripada records.jsonl sahaja. Perkataan seperti ⟦child 1⟧ menggantikan petikan yang "
                        + "disembunyikan; perkataan yang sama bermaksud orang yang sama. Media tidak ditunjukkan. Skor "
                        + "dan jalur membantu saringan, dan bukan dapatan fakta.")
                .raw("</p>\n");
    }

    /** Adds a record; records of one kind and conversation stand together. */
    public void add(DisclosedRecord record) throws IOException {
        String next = record.kind().equals("message") ? record.text("conversation") : record.kind();
        if (!next.equals(section)) {
            endSection();
            section = next;
            beginSection(record);
        }
        row(record);
        if (html.size() > MAX_NOT_FLUSHED_CHARS) {
            flush();
        }
    }

    /** Ends the page; the stream stays open. */
    @Override
    public void close() throws IOException {
        endSection();
        html.raw("</main></body></html>\n");
        flush();
        out.flush();
    }

    private void beginSection(DisclosedRecord record) {
        html.raw("<h2>").text(record.kind());
        if (record.kind().equals("message")) {
            html.text(" · ").hostile(section);
        }
        List<String> heads = new ArrayList<>(List.of("No."));
        heads.addAll(columns(record));
        heads.add("further");
        html.raw("</h2>\n").table(record.kind(), heads);
    }

    private void endSection() {
        if (!section.isEmpty()) {
            html.endTable();
        }
    }

    private static List<String> columns(DisclosedRecord record) {
        return COLUMNS.getOrDefault(record.kind(), List.of());
    }

    private void row(DisclosedRecord record) {
        List<String> columns = columns(record);
        html.row().raw("<td class=\"figure\" id=\"r" + record.number() + "\">" + record.number() + "</td>");
        columns.forEach(field -> html.hostileCell(record.text(field)));
        html.raw("<td class=\"source\">");
        record.texts().forEach((field, text) -> {
            boolean isTold =
                    columns.contains(field) || (record.kind().equals("message") && field.equals("conversation"));
            if (!isTold && !text.isEmpty()) {
                html.text(field + ": ").hostile(text).raw("<br>");
            }
        });
        record.figures()
                .forEach((field, figure) ->
                        html.text(field + ": " + Html.grouped(figure)).raw("<br>"));
        html.raw("</td>").endRow();
    }

    private void flush() throws IOException {
        out.write(html.toString().getBytes(StandardCharsets.UTF_8));
        html = new Html();
    }
}
