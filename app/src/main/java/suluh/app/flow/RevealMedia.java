package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.media.DecoderPool;
import suluh.app.store.MediaContent;
import suluh.app.store.Scope;
import suluh.app.store.StoreException;
import suluh.core.casework.Act;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.exposure.ExposureCode;
import suluh.core.exposure.ExposureLimit;
import suluh.core.exposure.ExposureRule;
import suluh.core.exposure.Look;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Refusal;
import suluh.core.observation.SourcePointer;
import suluh.exports.archive.ExportArchive;

/**
 * Shows a picture as it is: to one person, for a reason, for half a minute, within the limits of their agency.
 *
 * <p>What was assessed is not shown again, nor its near copies. Each look is counted and stands in the ledger; the picture
 * is written anew by a decoding child, so that nothing hidden in the file reaches the browser.
 */
public final class RevealMedia {
    /** A look closes by itself: long enough to tell what is to be seen, too short to forget that it is open. */
    public static final Duration LOOK = Duration.ofSeconds(30);

    private static final int MIN_REASON_CHARS = 4;
    private static final int MAX_REASON_CHARS = 200;

    private final House house;

    public RevealMedia(House house) {
        this.house = house;
    }

    /** What the person has used of the agency's limits today. */
    public record Used(long looks, long minutes, ExposureLimit limit) {}

    /** Figures of today for the person who acts. */
    public Outcome<Used> used(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            List<Look> today = today(open);
            Duration shown = today.stream().map(Look::length).reduce(Duration.ZERO, Duration::plus);
            return Outcome.done(new Used(today.size(), shown.toMinutes(), limit(open)));
        });
    }

    /** Begins a look at this content; gives its number. */
    public Outcome<Long> begin(OpenedCase opened, int id, String reason) {
        return house.access().stillIn(opened, Act.REVEAL_MEDIA).then(open -> {
            Optional<MediaContent> content = house.media().content(open.id(), id);
            if (content.isEmpty()) {
                return ViewMedia.<Long>unknown(open, id);
            }
            Optional<Refusal> objection = objection(open, content.get(), reason);
            return objection.isPresent() ? refused(open, objection.get()) : begin(open, content.get(), reason.strip());
        });
    }

    private Outcome<Long> refused(OpenedCase open, Refusal objection) {
        return house.access()
                .recorded(open.acting(), Act.REVEAL_MEDIA, open.number(), new Outcome.Refused<>(objection));
    }

    private Optional<Refusal> objection(OpenedCase open, MediaContent content, String reason) {
        int length = reason.strip().length();
        if (length < MIN_REASON_CHARS || length > MAX_REASON_CHARS) {
            return refusal(
                    ExposureCode.REASON_MISSING,
                    "Say why the picture must be seen, in " + MIN_REASON_CHARS + " to " + MAX_REASON_CHARS
                            + " characters.");
        }
        if (content.hashed().isEmpty()) {
            return refusal(
                    ExposureCode.PICTURE_NOT_SHOWABLE,
                    "Content " + content.id() + " has no decoder here; examine it with a tool that has one.");
        }
        return CarriedWords.of(house, open.id(), List.of(content))
                .word(content.id())
                .filter(carried -> carried.word().closes())
                .flatMap(
                        carried -> refusal(
                                ExposureCode.ALREADY_ASSESSED,
                                "Content " + carried.from() + " was assessed on "
                                        + carried.assessment().at() + " and content " + content.id()
                                        + " differs from it in " + carried.distance()
                                        + " of 256 bits; it is not shown again. Who must see it asks for a second look first."));
    }

    private Outcome<Long> begin(OpenedCase open, MediaContent content, String reason) {
        String person = open.acting().person();
        return house.database().inCase(open.id(), () -> {
            Instant now = house.clock().instant();
            house.exposure().lock(person);
            Optional<Refusal> objection = ExposureRule.objection(limit(open), today(open), now);
            if (objection.isPresent()) {
                return refused(open, objection.get());
            }
            long look = house.database()
                    .inScope(
                            Scope.EXPOSURE,
                            () -> house.exposure().begin(person, open.acting().agency(), now, now.plus(LOOK)));
            house.mediaWords().look(open.id(), look, content.id(), person, reason);
            house.access()
                    .looked(
                            open,
                            Map.of("what", "picture", "content", "media:" + content.id(), "look", "look:" + look),
                            Map.of("seconds", LOOK.toSeconds()));
            return Outcome.done(look);
        });
    }

    /** The picture of an open look of the person who acts, as PNG. */
    public Outcome<byte[]> picture(OpenedCase opened, int id, long look) {
        return house.access().stillIn(opened, Act.REVEAL_MEDIA).then(open -> {
            Instant now = house.clock().instant();
            boolean isOpen = house.mediaWords().contentOfLook(open.id(), look).equals(Optional.of(id))
                    && house.exposure().isOpen(look, open.acting().person(), now);
            return isOpen ? clear(open, id) : ViewMedia.<byte[]>unknown(open, id);
        });
    }

    private Outcome<byte[]> clear(OpenedCase open, int id) {
        SourcePointer file =
                house.media().filesOf(open.id(), List.of(id)).getFirst().file();
        ReceivedItem item = house.evidence().item(open.id(), file.item()).orElseThrow();
        try (DecoderPool pool = DecoderPool.one();
                InputStream in = ExportArchive.open(new SealedFile(house.vault(), item), file.path())
                        .orElseThrow(() -> new IOException("the item no longer has the path"))) {
            return pool.clear(in.readNBytes((int) Math.min(file.length(), DecoderPool.MAX_FILE_BYTES)))
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(
                            ExposureCode.PICTURE_NOT_SHOWABLE, "Content " + id + " could not be decoded again."));
        } catch (IOException e) {
            throw new StoreException(
                    "Content " + id + " could not be read out of the vault: " + e.getMessage() + ". Audit the vault.",
                    e);
        }
    }

    /** Ends the person's look before it ends by itself. */
    public Outcome<Long> close(OpenedCase opened, long look) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.exposure().close(look, open.acting().person(), house.clock().instant());
            return Outcome.done(look);
        });
    }

    private List<Look> today(OpenedCase open) {
        return house.exposure().today(open.acting().person(), house.clock().instant());
    }

    private ExposureLimit limit(OpenedCase open) {
        return house.exposure().limit(open.acting().agency()).orElse(ExposureLimit.CAUTIOUS);
    }

    private static Optional<Refusal> refusal(ExposureCode code, String message) {
        return Optional.of(Refusal.of(code, message));
    }
}
