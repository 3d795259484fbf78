package suluh.app.flow;

import java.time.Instant;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.MediaAssessment;
import suluh.core.casework.Act;
import suluh.core.exposure.MediaWord;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** Keeps what a person says of a content; it carries over to near copies, with its author and date. */
public final class AssessMedia {
    private final House house;

    public AssessMedia(House house) {
        this.house = house;
    }

    /** Records the word; a later one takes its place, and both stay. */
    public Outcome<MediaWord> run(OpenedCase opened, int id, MediaWord word) {
        return house.access().stillIn(opened, Act.ASSESS_MEDIA).then(open -> {
            if (house.media().content(open.id(), id).isEmpty()) {
                return ViewMedia.unknown(open, id);
            }
            Instant now = house.clock().instant();
            Acting acting = open.acting();
            return house.database().inCase(open.id(), () -> {
                house.mediaWords()
                        .assess(open.id(), new MediaAssessment(id, word, acting.person(), acting.agency(), now));
                house.ledger()
                        .append(acting.entry(
                                EntryKind.MEDIA_ASSESSED,
                                now,
                                open.number(),
                                Map.of("content", "media:" + id, "word", word.wire()),
                                Map.of(),
                                Map.of()));
                return Outcome.done(word);
            });
        });
    }
}
