package suluh.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.api.Problems.Misuse;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ReceiveUpload;
import suluh.app.flow.ShowSourceBytes;
import suluh.app.flow.ShowSourceBytes.ItemView;
import suluh.app.flow.ViewCase;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;

/** Evidence items: what was sealed, its custody and how it was read; and sealing what is sent. */
@RestController
class EvidenceApi {
    /** RFC 9530: the digest of the content, in Base64 between colons. */
    private static final Pattern CONTENT_DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/=]{44}):");

    private final ViewCase viewCase;
    private final ShowSourceBytes bytes;
    private final ReceiveUpload receive;

    EvidenceApi(House house) {
        this.viewCase = new ViewCase(house);
        this.bytes = new ShowSourceBytes(house);
        this.receive = new ReceiveUpload(house);
    }

    /** An item as the API answers it. */
    record ItemAnswer(String id, String name, long sizeBytes, String sha256) {
        static ItemAnswer of(ReceivedItem item) {
            return new ItemAnswer(
                    item.id().value(),
                    item.name(),
                    item.sizeBytes(),
                    item.sha256().hex());
        }
    }

    /**
     * An item with its chain of custody and how it was read.
     *
     * @param ledgerIndex place of its seal in the ledger
     */
    record ItemHistory(ItemAnswer item, long ledgerIndex, List<?> custody, List<?> readings) {}

    /** What a comparison of the sealed bytes with their digest found. */
    record Verification(boolean agrees, String fault) {}

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/evidence")
    Slice<ItemAnswer> items(
            @PathVariable("number") String number,
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestParam(name = "limit", defaultValue = "" + Slice.USUAL) int limit,
            Acting who) {
        List<ItemAnswer> items = Refused.orValue(viewCase.items(open(who, number))).stream()
                .map(ItemAnswer::of)
                .toList();
        // Items are only ever added at the end, so that their place is a key.
        return Slice.of(items, item -> items.indexOf(item) + 1L, after, limit);
    }

    @PostMapping(
            path = ApiConfiguration.BASE + "/cases/{number}/evidence",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<ItemAnswer> seal(
            @PathVariable("number") String number,
            @RequestParam("name") String name,
            @RequestHeader(name = "Content-Digest", required = false) @Nullable String digest,
            Acting who,
            HttpServletRequest request)
            throws IOException {
        ReceivedItem item =
                Refused.orValue(receive.run(open(who, number), name, request.getInputStream(), expected(digest)));
        return ResponseEntity.created(URI.create(ApiConfiguration.BASE + "/cases/" + number + "/evidence/"
                        + item.id().value()))
                .body(ItemAnswer.of(item));
    }

    @GetMapping(ApiConfiguration.BASE + "/cases/{number}/evidence/{item}")
    ItemHistory item(@PathVariable("number") String number, @PathVariable("item") String item, Acting who) {
        ItemView view = Refused.orValue(bytes.item(open(who, number), id(item)));
        return new ItemHistory(ItemAnswer.of(view.item()), view.ledgerIndex(), view.custody(), view.readings());
    }

    @PostMapping(ApiConfiguration.BASE + "/cases/{number}/evidence/{item}/verification")
    Verification verify(@PathVariable("number") String number, @PathVariable("item") String item, Acting who) {
        Optional<String> fault = Refused.orValue(bytes.verify(open(who, number), id(item)));
        return new Verification(fault.isEmpty(), fault.orElse(""));
    }

    private OpenedCase open(Acting who, String number) {
        return Refused.orValue(viewCase.find(who, number)).opened();
    }

    /** The digest that the sender states, or empty; another form of it is refused. */
    static Optional<Sha256Digest> expected(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = CONTENT_DIGEST.matcher(header.strip());
        if (!matcher.matches()) {
            throw new Misuse(
                    HttpStatus.BAD_REQUEST,
                    "CONTENT_DIGEST_UNREADABLE",
                    "Content-Digest is written sha-256=:BASE64: (RFC 9530), or left out.");
        }
        try {
            return Optional.of(Sha256Digest.ofRaw(Base64.getDecoder().decode(matcher.group(1))));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    private static EvidenceId id(String item) {
        try {
            return new EvidenceId(item);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
