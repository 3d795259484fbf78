package suluh.app.flow;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import suluh.app.host.Secrets;
import suluh.app.host.TimestampAuthority;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.SignedNote;
import suluh.core.timestamp.TimestampCheck;
import suluh.core.timestamp.TimestampFormatException;
import suluh.core.timestamp.TimestampToken;
import suluh.core.timestamp.TimestampVerdict;

/** Asks the configured authorities to stamp a published checkpoint with their time (RFC 3161). */
public final class StampCheckpoint {
    private static final int NONCE_BYTES = 8;

    private final House house;

    public StampCheckpoint(House house) {
        this.house = house;
    }

    /**
     * What the authorities gave.
     *
     * @param tokens their responses, each verified over the checkpoint's bytes
     * @param told one sentence for each authority that gave none
     */
    public record Stamps(List<byte[]> tokens, List<String> told) {
        public Stamps {
            tokens = List.copyOf(tokens);
            told = List.copyOf(told);
        }
    }

    /** Asks each authority once. */
    public Stamps run(SignedNote checkpoint) throws IOException {
        byte[] bytes = checkpoint.render().getBytes(StandardCharsets.UTF_8);
        List<byte[]> tokens = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (TimestampAuthority authority : house.trust().authorities()) {
            try {
                tokens.add(stamp(authority, bytes));
            } catch (IOException | TSPException | TimestampFormatException e) {
                told.add("No time-stamp by " + authority.name() + ": " + e.getMessage() + ".");
            }
        }
        return new Stamps(tokens, told);
    }

    private static byte[] stamp(TimestampAuthority authority, byte[] bytes)
            throws IOException, TSPException, TimestampFormatException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                TSPAlgorithms.SHA256, Sha256Digest.of(bytes).raw(), new BigInteger(1, Secrets.bytes(NONCE_BYTES)));
        byte[] answer = authority.answer(request.getEncoded());
        // Bouncy Castle compares nonce and imprint; the check that counts is the one that verifiers make.
        new TimeStampResponse(answer).validate(request);
        TimestampVerdict verdict = TimestampCheck.check(TimestampToken.parse(answer), bytes, List.of());
        if (verdict instanceof TimestampVerdict.Broken broken) {
            throw new IOException(broken.reason());
        }
        return answer;
    }
}
