package suluh.app.flow;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.app.store.ReadingStore.StoredReading;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.LedgerPart;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.SignedNote;
import suluh.core.observation.SourcePointer;
import suluh.exports.archive.ExportArchive;

/** Shows the sealed bytes that a statement rests on, with their seal and its proof; each look is recorded. */
public final class ShowSourceBytes {
    /** A record larger than this is shown in its first part. */
    private static final int MAX_SHOWN_BYTES = 16 << 10;

    private final House house;

    public ShowSourceBytes(House house) {
        this.house = house;
    }

    /**
     * An item with its chain of custody and how it was read.
     *
     * @param people names of those who handled it, by id
     * @param ledgerIndex place of its seal in the ledger
     * @param isPurged true when its bytes were destroyed
     */
    public record ItemView(
            ReceivedItem item,
            List<CustodyEvent> custody,
            Map<String, PersonName> people,
            List<StoredReading> readings,
            long ledgerIndex,
            boolean isPurged) {}

    /**
     * Sealed bytes of one record.
     *
     * @param text the bytes read as UTF-8
     * @param shownBytes how many of the record's bytes these are
     * @param ledgerIndex place of the item's seal in the ledger
     * @param ledgerSize entries of the ledger under the checkpoint
     * @param root root of that checkpoint
     * @param proof path from the seal to the root, in hexadecimal digits
     */
    public record SourceView(
            ReceivedItem item,
            SourcePointer source,
            String text,
            int shownBytes,
            long ledgerIndex,
            long ledgerSize,
            String root,
            List<String> proof) {}

    /** An item of the case. */
    public Outcome<ItemView> item(OpenedCase opened, EvidenceId id) {
        return house.access()
                .stillIn(opened, Act.VIEW_EVIDENCE)
                .then(open -> itemOf(open, id).then(item -> Outcome.done(view(open, item))));
    }

    private ItemView view(OpenedCase open, ReceivedItem item) {
        List<CustodyEvent> custody = house.evidence().custody(open.id(), item.id());
        return new ItemView(
                item,
                custody,
                new NamePersons(house).of(custody.stream().map(CustodyEvent::person)),
                house.readings().ofItem(open.id(), item.id()),
                sealing(open, item.id()).part().map(LedgerPart::index).orElse(-1L),
                house.evidence().purged(open.id()).contains(item.id()));
    }

    /** Decrypts the item and compares its digest; gives what is wrong with it. The result is a custody event. */
    public Outcome<Optional<String>> verify(OpenedCase opened, EvidenceId id) {
        return house.access()
                .stillIn(opened, Act.VERIFY_EVIDENCE)
                .then(open -> itemOf(open, id).then(item -> Outcome.done(verify(open, item))));
    }

    private Outcome<ReceivedItem> itemOf(OpenedCase opened, EvidenceId id) {
        return house.evidence()
                .item(opened.id(), id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        CaseworkCode.ITEM_UNKNOWN, "Case " + opened.number() + " has no item " + id + "."));
    }

    private Optional<String> verify(OpenedCase opened, ReceivedItem item) {
        Optional<String> fault = house.vault().fault(item.sha256());
        Instant now = house.clock().instant();
        house.database().inCase(opened.id(), () -> {
            String result = fault.isEmpty() ? "the bytes have the sealed digest" : "FAULT: the bytes are not as sealed";
            house.evidence()
                    .record(
                            opened.id(),
                            item.id(),
                            new CustodyEvent(
                                    now,
                                    opened.acting().person(),
                                    "verified",
                                    "decrypted from the vault and digested",
                                    opened.mandate().authority().reference(),
                                    House.tool(),
                                    result));
            house.ledger()
                    .append(opened.acting()
                            .entry(
                                    EntryKind.EVIDENCE_VERIFIED,
                                    now,
                                    opened.number(),
                                    Map.of("item", item.id().value(), "result", fault.isEmpty() ? "ok" : "fault"),
                                    Map.of(),
                                    Map.of()));
            return true;
        });
        return fault;
    }

    /** The sealed bytes of this record, when the case has the item, not purged, and the item the path. */
    public Outcome<Optional<SourceView>> show(OpenedCase opened, SourcePointer source) throws IOException {
        return switch (house.access().stillIn(opened, Act.SHOW_BYTES)) {
            case Outcome.Done<OpenedCase> open -> Outcome.done(shown(open.value(), source));
            case Outcome.Refused<OpenedCase> refused -> new Outcome.Refused<>(refused.refusal());
        };
    }

    private Optional<SourceView> shown(OpenedCase opened, SourcePointer source) throws IOException {
        Optional<ReceivedItem> item = house.evidence().present(opened.id()).stream()
                .filter(one -> one.id().equals(source.item()))
                .findFirst();
        if (item.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = bytes(item.get(), source);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        record(opened, source, "decrypted from the vault and shown on a screen");
        Sealing sealing = sealing(opened, source.item());
        Optional<LedgerPart> seal = sealing.part();
        try {
            Checkpoint signed = Checkpoint.parse(sealing.checkpoint().text());
            return Optional.of(new SourceView(
                    item.get(),
                    source,
                    new String(bytes.get(), StandardCharsets.UTF_8),
                    bytes.get().length,
                    seal.map(LedgerPart::index).orElse(-1L),
                    signed.size(),
                    signed.root().hex(),
                    seal.map(part -> part.path().stream().map(Object::toString).toList())
                            .orElse(List.of())));
        } catch (LedgerFormatException e) {
            throw new IllegalStateException("the ledger's own checkpoint cannot be read", e);
        }
    }

    private Optional<byte[]> bytes(ReceivedItem item, SourcePointer source) throws IOException {
        if (source.path().isEmpty()) {
            return read(house.vault().open(item.sha256(), source.offset()), source, 0);
        }
        Optional<InputStream> inner = ExportArchive.open(new SealedFile(house.vault(), item), source.path());
        return inner.isEmpty() ? Optional.empty() : read(inner.get(), source, source.offset());
    }

    /** The bytes of the record after so many of the stream; empty when the stream ends before it. */
    private static Optional<byte[]> read(InputStream opened, SourcePointer source, long skipBytes) throws IOException {
        try (InputStream in = opened) {
            in.skipNBytes(skipBytes);
            byte[] bytes = in.readNBytes((int) Math.min(source.length(), MAX_SHOWN_BYTES));
            return bytes.length == 0 && source.length() > 0 ? Optional.empty() : Optional.of(bytes);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** Puts a look at these bytes into the chain of custody and the ledger. */
    void record(OpenedCase opened, SourcePointer source, String how) {
        Instant now = house.clock().instant();
        house.database().inCase(opened.id(), () -> {
            house.evidence()
                    .record(
                            opened.id(),
                            source.item(),
                            new CustodyEvent(
                                    now,
                                    opened.acting().person(),
                                    "shown",
                                    how,
                                    opened.mandate().authority().reference(),
                                    House.tool(),
                                    "bytes " + source.offset() + "+" + source.length()));
            house.ledger()
                    .append(opened.acting()
                            .entry(
                                    EntryKind.BYTES_SHOWN,
                                    now,
                                    opened.number(),
                                    Map.of("item", source.item().value()),
                                    Map.of(),
                                    Map.of("offset", source.offset(), "length", source.length())));
            return true;
        });
    }

    /** The seal of an item with its proof, and the checkpoint that the proof leads to. */
    private record Sealing(SignedNote checkpoint, Optional<LedgerPart> part) {}

    /** Under the checkpoint that is published, which a seal nearly always stands under; else under a new one. */
    private Sealing sealing(OpenedCase opened, EvidenceId id) {
        Optional<Sealing> published = house.ledger()
                .published()
                .map(checkpoint -> sealing(opened, id, checkpoint))
                .filter(sealing -> sealing.part().isPresent());
        return published.orElseGet(() -> sealing(opened, id, house.ledger().integrate()));
    }

    private Sealing sealing(OpenedCase opened, EvidenceId id, SignedNote checkpoint) {
        return new Sealing(
                checkpoint,
                house.ledger().partOf(opened.number(), EntryKind.EVIDENCE_SEALED, "item", id.value(), checkpoint));
    }
}
