package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.CaseRow;
import suluh.app.store.EvidenceStore.VaultReference;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Outcome;
import suluh.core.observation.SourcePointer;
import suluh.exports.archive.ExportArchive;

/**
 * Copies the sealed bytes that a source pointer names, for the operator of the machine; each look is recorded.
 *
 * <p>The bytes are opened first, then the custody event and the ledger entry commit, then the bytes go out: nobody sees
 * bytes whose look is not on record. Cost: the item is decrypted up to the end of the record.
 */
public final class PrintSourceBytes {
    private static final int BUFFER_BYTES = 64 << 10;

    private final House house;

    public PrintSourceBytes(House house) {
        this.house = house;
    }

    /**
     * What was printed.
     *
     * @param caseNumber case in whose custody the look stands
     * @param otherCases newer first, further cases that hold the item
     * @param bytes how many went out; fewer than asked for when the file ends before
     */
    public record Printed(String caseNumber, List<String> otherCases, long bytes) {}

    /**
     * Writes the bytes to {@code out}.
     *
     * @param caseNumber case to look in, or null for the newest that holds the item
     */
    public Outcome<Printed> run(SourcePointer source, @Nullable String caseNumber, OutputStream out)
            throws IOException {
        List<CaseRow> holders = house.evidence().references().stream()
                .filter(reference -> reference.item().equals(source.item()) && !reference.isPurged())
                .map(VaultReference::caseId)
                .sorted(Comparator.reverseOrder())
                .map(id -> house.cases().row(id))
                .toList();
        Optional<CaseRow> chosen = holders.stream()
                .filter(row -> caseNumber == null || row.number().equals(caseNumber))
                .findFirst();
        if (chosen.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.ITEM_UNKNOWN,
                    caseNumber == null
                            ? "No case holds the item " + source.item() + "; check the id and the data folder."
                            : "Case " + caseNumber + " does not hold the item " + source.item() + ".");
        }
        CaseRow row = chosen.get();
        List<String> others = holders.stream()
                .map(CaseRow::number)
                .filter(number -> !number.equals(row.number()))
                .toList();
        Outcome<OpenedCase> allowed =
                house.access().inCase(Acting.operator(row.agency()), row.number(), Act.SHOW_BYTES);
        return switch (allowed) {
            case Outcome.Refused<OpenedCase> refused -> new Outcome.Refused<>(refused.refusal());
            case Outcome.Done<OpenedCase> done -> print(done.value(), others, source, out);
        };
    }

    private Outcome<Printed> print(OpenedCase opened, List<String> others, SourcePointer source, OutputStream out)
            throws IOException {
        Optional<ReceivedItem> item = house.evidence().item(opened.id(), source.item());
        if (item.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.ITEM_UNKNOWN, "Case " + opened.number() + " has no item " + source.item() + ".");
        }
        Optional<InputStream> inner = ExportArchive.open(new SealedFile(house.vault(), item.get()), source.path());
        if (inner.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.SOURCE_UNKNOWN,
                    "The item " + source.item() + " has no such path inside; copy it from the observation's source.");
        }
        try (InputStream in = inner.get()) {
            if (skip(in, source.offset()) < source.offset()) {
                return Outcome.refused(
                        CaseworkCode.SOURCE_UNKNOWN,
                        "The file ends before byte " + source.offset() + "; copy the offset from the observation's"
                                + " source.");
            }
            new ShowSourceBytes(house)
                    .record(opened, source, "decrypted from the vault and printed on the command line");
            house.ledger().integrate();
            return Outcome.done(new Printed(opened.number(), others, copy(in, source.length(), out)));
        }
    }

    private static long skip(InputStream in, long bytes) throws IOException {
        return copy(in, bytes, OutputStream.nullOutputStream());
    }

    private static long copy(InputStream in, long bytes, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long done = 0;
        while (done < bytes) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, bytes - done));
            if (got < 0) {
                break;
            }
            out.write(buffer, 0, got);
            done += got;
        }
        return done;
    }
}
