package suluh.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.ProveLedger;

/** The ledger's checkpoint and proofs, in the text formats of C2SP; and the description of this interface. */
@RestController
class LedgerApi {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final ProveLedger ledger;

    LedgerApi(House house) {
        this.ledger = new ProveLedger(house);
    }

    @GetMapping(ApiConfiguration.BASE + "/ledger/checkpoint")
    ResponseEntity<String> checkpoint(Acting who) {
        return text(Refused.orValue(ledger.checkpoint(who)).render());
    }

    @GetMapping(ApiConfiguration.BASE + "/ledger/entries/{index}/proof")
    ResponseEntity<String> proof(@PathVariable("index") long index, Acting who) {
        return text(Refused.orValue(ledger.inclusion(who, index)).render());
    }

    @GetMapping(ApiConfiguration.BASE + "/ledger/consistency")
    ResponseEntity<String> consistency(@RequestParam("from") long oldSize, Acting who) {
        return text(Refused.orValue(ledger.consistency(who, oldSize)).render());
    }

    @GetMapping(ApiConfiguration.DESCRIPTION)
    ResponseEntity<byte[]> description() throws IOException {
        try (InputStream in = LedgerApi.class.getResourceAsStream("/api/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its description of the API; build it again");
            }
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(in.readAllBytes());
        }
    }

    private static ResponseEntity<String> text(String body) {
        return ResponseEntity.ok().contentType(TEXT).body(body);
    }
}
