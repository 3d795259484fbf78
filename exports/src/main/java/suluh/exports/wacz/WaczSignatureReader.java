package suluh.exports.wacz;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SignatureStanding;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;
import suluh.exports.warc.StatedDigest;
import tools.jackson.core.JacksonException;

/** Reads {@code datapackage-digest.json} of a capture: who signed it, checked. Format page: docs/formats/wacz.md. */
public final class WaczSignatureReader {
    public static final String FORMAT = "wacz-signature";
    public static final String NAME = "datapackage-digest.json";

    private static final RecordKeys ROOT = RecordKeys.of("digest file")
            .keep("path", "hash")
            .keep(
                    "signedData",
                    RecordKeys.of("signature")
                            .keep("hash", "signature", "created", "publicKey")
                            .keep("domain", "domainCert", "timeSignature", "timestampCert")
                            .pass("software", "version", "crossSignedCert"))
            .build();

    private final ExportFile file;
    private final SignatureCheck check;
    private final ReadingTally tally;

    private WaczSignatureReader(ExportFile file, Collection<X509Certificate> anchors, ReadingTally tally) {
        this.file = file;
        this.check = new SignatureCheck(anchors);
        this.tally = tally;
    }

    /** True when a JSON file is the digest of a capture's list of files. */
    public static boolean opens(String fileName, Set<String> keys) {
        return fileName.equals(NAME) && keys.contains("hash");
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        WaczSignatureReader reader = new WaczSignatureReader(file, context.anchors(), tally);
        try (JsonCursor json = JsonCursor.open(file)) {
            json.next();
            long start = json.tokenStart();
            if (!json.atObject()) {
                tally.recordNotUnderstood();
                tally.damaged(ReadingCode.TYPE_UNEXPECTED, "the file does not begin with an object", start);
                return tally.finish();
            }
            JsonTree root = ROOT.read(json, tally);
            reader.read(root, tally.pointer(start, json.position() - start));
            tally.recordRead();
        } catch (JacksonException e) {
            JsonDamage.tell(e, true, tally);
        }
        return tally.finish();
    }

    private void read(JsonTree root, SourcePointer source) throws IOException {
        String hash = root.textAt("hash");
        @Nullable String fault = fault(hash == null ? "" : hash);
        if (root.at("signedData").fields().isEmpty()) {
            tellDigest(fault, source);
            WaczPackageReader.absent(source, tally);
            return;
        }
        Optional<SignedHash> data = SignedHash.of(root.at("signedData"));
        if (data.isEmpty()) {
            tellDigest(fault, source);
            emit(SignatureVerdict.invalid("", "the signature lacks its digest, its value or its time"), "", source);
            return;
        }
        SignatureVerdict verdict = check.check(data.get());
        if (!data.get().hash().equals(hash)) {
            verdict = SignatureVerdict.invalid(
                    verdict.signer(), "the signature is over another digest than the file states");
        } else if (fault != null) {
            verdict = SignatureVerdict.invalid(verdict.signer(), fault);
        }
        tellDigest(fault, source);
        emit(verdict, data.get().created(), source);
    }

    private void emit(SignatureVerdict verdict, String created, SourcePointer source) {
        @Nullable SourceTime stated = StatedTime.iso(created);
        SourceTime at = created.isEmpty()
                ? SourceTime.absent()
                : stated == null ? StatedTime.unreadable(created, source.offset(), tally) : stated;
        tally.emit(new Observation.CaptureSignature(Platform.WEB, verdict.signer(), verdict.standing(), at, source));
        if (verdict.standing() == SignatureStanding.INVALID) {
            tally.damaged(ReadingCode.SIGNATURE_INVALID, verdict.sentence(), source.offset());
        } else if (verdict.standing() == SignatureStanding.VALID_KEY_ONLY) {
            tally.alarm(ReadingCode.SIGNATURE_WEAK, verdict.sentence(), source.offset());
        }
    }

    private void tellDigest(@Nullable String fault, SourcePointer source) {
        if (fault != null) {
            tally.damaged(ReadingCode.DIGEST_DIFFERS, fault, source.offset());
        }
    }

    /** Why the stated digest is not that of the list of files; null when it is. */
    private @Nullable String fault(String hash) throws IOException {
        Optional<StatedDigest> stated = StatedDigest.of(hash);
        if (stated.isEmpty()) {
            return "the digest of the list of files is missing or of a kind not known here";
        }
        Optional<InputStream> found = file.neighbours().open(Neighbours.beside(file, WaczPackageReader.NAME));
        if (found.isEmpty()) {
            return "the list of files that was signed was not handed in";
        }
        MessageDigest digest = stated.get().computation();
        byte[] buffer = new byte[64 << 10];
        try (InputStream in = found.get()) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
            }
        }
        return stated.get().matches(digest.digest())
                ? null
                : "the list of files is not the one whose digest was stated: it was changed";
    }
}
