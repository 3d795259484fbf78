package suluh.core.disclosure;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import suluh.core.disclosure.MediaFindings.Copy;
import suluh.core.disclosure.MediaFindings.ListHit;
import suluh.core.disclosure.MediaFindings.Place;
import suluh.core.observation.SourcePointer;

/** The part of the report about media: figures, hits and copies; never a picture. */
final class MediaSection {
    private static final int MAX_WITHOUT_HASH = 20;
    private static final int MAX_LISTS = 20;
    private static final int MAX_KNOWN = 60;
    private static final int MAX_GROUPS = 40;
    private static final int MAX_TIES = 40;
    private static final int MAX_SHOWN = 4;

    private final Html html;
    private final MediaFindings media;

    MediaSection(Html html, MediaFindings media) {
        this.html = html;
        this.media = media;
    }

    void write() {
        html.heading(2, "media", "Media: known and copied");
        MediaFindings.Counts counts = media.counts();
        if (counts.files() == 0) {
            html.paragraph("No media file was received.");
            return;
        }
        html.paragraph(Html.grouped(counts.files()) + " media files were received, with "
                + Html.grouped(counts.contents()) + " different contents. " + Html.grouped(counts.hashed())
                + " of these could be decoded and hashed ("
                + Html.grouped(counts.videos()) + " of them videos, by their key frames), "
                + Html.grouped(counts.damaged())
                + " of them although cut or damaged; " + Html.grouped(counts.notMatchable())
                + " have too little structure to be compared. Nobody had to look at a picture for this.");
        withoutHash();
        lists();
        known();
        copies();
        ties();
    }

    private void withoutHash() {
        if (media.withoutHash().isEmpty()) {
            return;
        }
        html.table(
                "Contents without a perceptual hash; their digests were compared",
                List.of("Format", "Reason", "Contents", "Files, the first"));
        int shown = html.upTo(MAX_WITHOUT_HASH, media.withoutHash(), without -> {
            html.row().cell(without.format()).cell(without.code()).cell(without.contents());
            html.raw("<td>");
            without.files().stream().limit(MAX_SHOWN).forEach(this::source);
            more(without.contents(), MAX_SHOWN);
            html.raw("</td>").endRow();
        });
        html.endTable();
        leftOut(media.withoutHash().size(), shown, "reasons");
        boolean isWithoutFrames = media.withoutHash().stream()
                .anyMatch(without ->
                        without.format().equals("video") && without.code().equals("NO_DECODER"));
        if (isWithoutFrames) {
            html.paragraph("Key frames of videos were not taken: no decoder of videos is configured. Of videos digests "
                    + "alone were compared, which find the same file and no other.");
        }
    }

    private void lists() {
        if (media.counts().listsWithheld() > 0) {
            html.paragraph(Html.grouped(media.counts().listsWithheld())
                    + " further lists were compared; what they know may not be told to every agency of the case.");
        }
        if (media.lists().isEmpty()) {
            html.paragraph("No list of known hashes is told here.");
            return;
        }
        html.table(
                "Lists compared", List.of("List", "Source", "Categories of", "Purpose", "Date", "Records", "SHA-256"));
        int shown = html.upTo(
                MAX_LISTS,
                media.lists(),
                list -> html.row()
                        .hostileCell(list.name())
                        .hostileCell(list.source())
                        .hostileCell(list.scheme())
                        .cell(list.purpose())
                        .cell(list.date() == null ? "not stated" : list.date())
                        .cell(list.records())
                        .cell(list.sha256())
                        .endRow());
        html.endTable();
        leftOut(media.lists().size(), shown, "lists");
        html.paragraph(
                Html.grouped(media.counts().known()) + " contents stand in a list of known material, "
                        + Html.grouped(media.counts().knownGood())
                        + " only in a list of known-good files. No match proves nothing: new or altered pictures stand in no list.");
    }

    private void known() {
        if (media.known().isEmpty()) {
            return;
        }
        html.table(
                "Contents that a list knows; the category is the list's, not a finding of this report",
                List.of("SHA-256", "Quality", "List, record, distance, category", "Where, and who sent it"));
        int shown = html.upTo(MAX_KNOWN, media.known(), known -> {
            html.row().cell(known.sha256());
            html.cell(known.quality() < 0 ? "none" : String.valueOf(known.quality()))
                    .raw("<td>");
            known.hits().stream().limit(MAX_SHOWN).forEach(this::hit);
            more(known.hits().size(), MAX_SHOWN);
            html.raw("</td>");
            places(known.places(), known.placeCount());
            html.endRow();
        });
        html.endTable();
        leftOut(media.counts().known() + media.counts().knownGood(), shown, "contents");
    }

    private void hit(ListHit hit) {
        html.raw("<div>").hostile(hit.list()).text(" " + hit.record() + ", " + hit.kind());
        if (hit.kind().equals("pdq")) {
            html.text(" at " + hit.distance() + " bits" + turned(hit.turn()));
        }
        html.text(hit.category().isEmpty() ? "" : ", ").hostile(hit.category()).raw("</div>");
    }

    private void copies() {
        if (media.copies().isEmpty()) {
            return;
        }
        html.table(
                "Copies of one picture, the earliest first",
                List.of("Group", "SHA-256", "Bits from the first", "Where, and who sent it"));
        List<Integer> numbers =
                IntStream.range(0, media.copies().size()).boxed().toList();
        int shown = html.upTo(MAX_GROUPS, numbers, number -> {
            for (Copy copy : media.copies().get(number).members().stream()
                    .limit(MAX_SHOWN)
                    .toList()) {
                html.row().cell(number + 1L).cell(copy.sha256()).cell(copy.distance() + turned(copy.turn()));
                places(copy.places(), copy.places().size());
                html.endRow();
            }
        });
        html.endTable();
        leftOut(media.counts().copyGroups(), shown, "groups");
    }

    private void ties() {
        if (media.ties().isEmpty()) {
            return;
        }
        html.table(
                "Accounts that sent copies of the same pictures",
                List.of("Account", "Account", "Pictures", "Sooner by the first", "A message of each"));
        int shown = html.upTo(MAX_TIES, media.ties(), tie -> {
            html.row().hostileCell(tie.first()).hostileCell(tie.second());
            html.cell(tie.pictures()).cell(tie.firstSooner()).raw("<td>");
            tie.sources().stream().limit(MAX_SHOWN).forEach(this::source);
            html.raw("</td>").endRow();
        });
        html.endTable();
        leftOut(media.counts().ties(), shown, "pairs");
    }

    private static String turned(String turn) {
        return turn.equals("none") ? "" : ", turned: " + turn;
    }

    private void places(List<Place> places, long count) {
        html.raw("<td>");
        for (Place place : places.stream().limit(MAX_SHOWN).toList()) {
            html.raw("<div>");
            said(place.account(), " ");
            said(place.sentAt(), " ");
            source(place.file());
            html.raw("</div>");
        }
        more(count, MAX_SHOWN);
        html.raw("</td>");
    }

    private void said(@Nullable String text, String after) {
        if (text != null) {
            html.hostile(text).text(after);
        }
    }

    private void source(SourcePointer source) {
        CaseReport.source(html, source);
    }

    private void more(long present, int shown) {
        html.text(present > shown ? "and " + Html.grouped(present - shown) + " more" : "");
    }

    private void leftOut(long present, int shown, String what) {
        if (present > shown) {
            html.paragraph(
                    Html.grouped(present - shown) + " further " + what + " are not shown here; see findings.json.");
        }
    }
}
