package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.app.media.MediaCode;
import suluh.app.media.list.HashListContent;
import suluh.app.media.list.HashListReader;
import suluh.app.media.list.KeptList;
import suluh.app.media.list.KnownHashes;
import suluh.app.store.Scope;
import suluh.app.store.vault.SealedObject;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Takes lists of known hashes in, sealed like evidence: each with its source, the ground on which it is held, its scheme
 * of categories, its date, and who may see what it finds.
 *
 * <p>An edition under a name that is held replaces the one before; that one's row and bytes stay, so that old findings
 * can be explained.
 */
public final class KeepHashLists {
    private static final int MAX_CHARS = 200;
    private static final Set<String> PURPOSES = Set.of("known", "known-good");

    private final House house;

    public KeepHashLists(House house) {
        this.house = house;
    }

    /**
     * What is said of a list.
     *
     * @param name name under which later editions replace it
     * @param source who made it
     * @param licence on what ground it is held
     * @param scheme whose categories it uses
     * @param purpose {@code known} or {@code known-good}
     * @param date date of the edition, or null when its maker states none
     * @param agencies agencies whose people may see what it finds
     */
    public record NewList(
            String name,
            String source,
            String licence,
            String scheme,
            String purpose,
            @Nullable LocalDate date,
            List<String> agencies) {
        public NewList {
            agencies = List.copyOf(agencies);
        }
    }

    /** Seals and reads the list and takes it into use; a list without hashes is not kept. */
    public Outcome<KeptList> add(Acting acting, NewList list, InputStream in, Progress progress) throws IOException {
        Outcome<NewList> allowed =
                house.access().inHouse(acting, Act.KEEP_HASH_LISTS).then(allowedTo -> checked(list));
        return switch (allowed) {
            case Outcome.Refused<NewList> refused -> new Outcome.Refused<>(refused.refusal());
            case Outcome.Done<NewList> done -> take(acting, done.value(), in, progress);
        };
    }

    private Outcome<NewList> checked(NewList list) {
        for (String text : List.of(list.name(), list.source(), list.licence(), list.scheme())) {
            if (text.isBlank() || text.length() > MAX_CHARS) {
                return Outcome.refused(
                        MediaCode.LIST_INCOMPLETE,
                        "A list needs a name, its source, the ground on which it is held and its scheme of categories, of"
                                + " at most " + MAX_CHARS + " characters each.");
            }
        }
        if (!PURPOSES.contains(list.purpose()) || list.agencies().isEmpty()) {
            return Outcome.refused(
                    MediaCode.LIST_INCOMPLETE,
                    "A list is known or known-good, and says for which agencies it is; found \"" + list.purpose()
                            + "\" and " + list.agencies() + ".");
        }
        for (String agency : list.agencies()) {
            if (!house.register().agencies().containsKey(agency)) {
                return Outcome.refused(
                        CaseworkCode.AGENCY_UNKNOWN,
                        "No agency \"" + agency + "\" stands in register "
                                + house.register().version() + "; known are: "
                                + String.join(", ", house.register().agencies().keySet()) + ".");
            }
        }
        return Outcome.done(list);
    }

    private Outcome<KeptList> take(Acting acting, NewList list, InputStream in, Progress progress) throws IOException {
        progress.step("Sealing the list", 0);
        SealedObject object = house.listVault().seal(in);
        Optional<KeptList> same = house.hashLists().current().stream()
                .filter(row -> row.name().equals(list.name()) && row.sha256().equals(object.sha256()))
                .findFirst();
        if (same.isPresent()) {
            return Outcome.done(same.get());
        }
        progress.step("Reading the list", 0);
        Outcome<HashListContent> content;
        try (InputStream sealed = house.listVault().open(object.sha256())) {
            content = HashListReader.read(sealed, progress::advance);
        }
        return switch (content) {
            case Outcome.Done<HashListContent> done -> Outcome.done(keep(acting, list, object, done.value()));
            case Outcome.Refused<HashListContent> refused -> {
                dropUnheld(object.sha256());
                yield new Outcome.Refused<>(refused.refusal());
            }
        };
    }

    private KeptList keep(Acting acting, NewList list, SealedObject object, HashListContent content) {
        Instant now = house.clock().instant();
        KeptList row = new KeptList(
                0,
                list.name(),
                list.source(),
                list.licence(),
                list.scheme(),
                list.purpose(),
                list.date(),
                list.agencies(),
                content.format(),
                object.sha256(),
                object.sizeBytes(),
                content.records(),
                content.unusable(),
                acting.person(),
                now);
        KnownHashes known = new KnownHashes(content);
        int id = house.database().inScope(Scope.LISTS, () -> {
            int added = house.hashLists().add(row);
            house.ledger()
                    .append(acting.entry(
                            EntryKind.HASH_LIST_KEPT,
                            now,
                            "",
                            Map.of("list", "list:" + added, "purpose", list.purpose()),
                            Map.of("sha256", object.sha256()),
                            Map.of(
                                    "records", content.records(),
                                    "unusable", content.unusable(),
                                    "sizeBytes", object.sizeBytes())));
            return added;
        });
        house.heldLists().add(id, known);
        return row.withId(id);
    }

    /** A list that is refused leaves nothing behind, unless an edition that is held has the same bytes. */
    private void dropUnheld(Sha256Digest sha256) throws IOException {
        if (house.hashLists().all().stream().noneMatch(row -> row.sha256().equals(sha256))) {
            house.listVault().destroy(sha256);
        }
    }

    /** Agencies for which a list can be, as the register names them. */
    public Outcome<List<String>> agencies(Acting acting) {
        return house.access()
                .inHouse(acting, Act.KEEP_HASH_LISTS)
                .then(allowed -> Outcome.done(
                        house.register().agencies().keySet().stream().sorted().toList()));
    }

    /** Every edition of every list, oldest first, for those who keep them. */
    public Outcome<List<KeptList>> list(Acting acting) {
        return house.access()
                .inHouse(acting, Act.KEEP_HASH_LISTS)
                .then(allowed -> Outcome.done(house.hashLists().all()));
    }
}
