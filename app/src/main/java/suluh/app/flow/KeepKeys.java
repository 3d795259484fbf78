package suluh.app.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.app.host.Secrets;
import suluh.app.store.KeyStore.ApiKey;
import suluh.app.store.PersonRow;
import suluh.app.store.Scope;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/** Makes, lists and revokes keys of the API; a key is of an agency and acts as one of its persons, with their roles. */
public final class KeepKeys {
    private static final int MAX_LABEL_CHARS = 100;
    private static final Pattern TOKEN = Pattern.compile("suluh_(k-[0-9a-f]{16})_([A-Za-z0-9_-]{32})");

    private final House house;

    public KeepKeys(House house) {
        this.house = house;
    }

    /** A key, shown this once: only its digest is kept. */
    public record MadeKey(String id, String token) {}

    /** Who calls under a key. */
    public record Caller(String keyId, Acting acting, String login) {}

    /** Makes a key that acts as this person of the administrator's agency. */
    public Outcome<MadeKey> make(Acting acting, String personId, String label) {
        return house.access().inHouse(acting, Act.MANAGE_KEYS).then(allowed -> {
            Optional<PersonRow> person = house.people().byId(personId);
            if (person.isEmpty() || !person.get().isActive()) {
                return Outcome.refused(CaseworkCode.PERSON_UNKNOWN, "Nobody active has the id " + personId + ".");
            }
            if (!acting.mayLookAfter(person.get().agency())) {
                return house.access().recorded(acting, Act.MANAGE_KEYS, "", ChangePerson.otherAgency());
            }
            if (label.isBlank() || label.length() > MAX_LABEL_CHARS) {
                return Outcome.refused(
                        CaseworkCode.KEY_INCOMPLETE,
                        "A key needs a label of at most " + MAX_LABEL_CHARS + " characters that says what uses it.");
            }
            return Outcome.done(make(acting, person.get(), label));
        });
    }

    private MadeKey make(Acting acting, PersonRow person, String label) {
        String id = "k-" + HexFormat.of().formatHex(Secrets.bytes(8));
        String secret = Secrets.newPassword();
        Instant now = house.clock().instant();
        ApiKey key = new ApiKey(id, person.agency(), person.id(), label, digest(secret), now, null);
        house.database().inScope(Scope.KEYS, () -> {
            house.keys().add(key, acting.person());
            append(acting, EntryKind.KEY_MADE, now, Map.of("key", id, "person", person.id()));
            return true;
        });
        return new MadeKey(id, "suluh_" + id + "_" + secret);
    }

    /** Revokes a key of the administrator's agency at once. */
    public Outcome<String> revoke(Acting acting, String id) {
        return house.access().inHouse(acting, Act.MANAGE_KEYS).then(allowed -> {
            Instant now = house.clock().instant();
            boolean isRevoked = house.database().inScope(Scope.KEYS, () -> {
                boolean revoked = house.keys().revoke(id, acting.agency(), now);
                if (revoked) {
                    append(acting, EntryKind.KEY_REVOKED, now, Map.of("key", id));
                }
                return revoked;
            });
            return isRevoked
                    ? Outcome.done(id)
                    : Outcome.refused(CaseworkCode.KEY_UNKNOWN, "Your agency has no key of this id in force.");
        });
    }

    /** A key as the list shows it. */
    public record KeyLine(String id, String label, String personId, String madeAt, boolean isInForce) {}

    /** Keys of the administrator's agency, newest first. */
    public Outcome<List<KeyLine>> list(Acting acting) {
        return house.access()
                .inHouse(acting, Act.MANAGE_KEYS)
                .then(allowed -> Outcome.done(house.keys().ofAgency(acting.agency()).stream()
                        .map(key -> new KeyLine(
                                key.id(),
                                key.label(),
                                key.personId(),
                                key.madeAt().toString(),
                                key.revokedAt() == null))
                        .toList()));
    }

    /** Who calls with this token, while the key is in force and its person active. */
    public Optional<Caller> caller(String token) {
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return house.keys()
                .find(matcher.group(1))
                .filter(key -> key.revokedAt() == null)
                .filter(key -> MessageDigest.isEqual(
                        key.secretSha256().getBytes(StandardCharsets.US_ASCII),
                        digest(matcher.group(2)).getBytes(StandardCharsets.US_ASCII)))
                .flatMap(key -> house.people()
                        .byId(key.personId())
                        .filter(PersonRow::isActive)
                        .map(person -> new Caller(key.id(), new Acting(key.agency(), person.id()), person.login())));
    }

    private static String digest(String secret) {
        return Sha256Digest.of(secret.getBytes(StandardCharsets.US_ASCII)).hex();
    }

    private void append(Acting acting, EntryKind kind, Instant at, Map<String, String> subject) {
        house.ledger().append(acting.entry(kind, at, "", subject, Map.of(), Map.of()));
    }
}
