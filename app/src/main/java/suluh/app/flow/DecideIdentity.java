package suluh.app.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.Secrets;
import suluh.app.store.DecisionStore.StoredDecision;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.NameMask;
import suluh.core.identity.Actor;
import suluh.core.identity.IdentityCode;
import suluh.core.identity.IdentityDecision;
import suluh.core.identity.Resolution;
import suluh.core.identity.account.AccountResolver;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Records what a person decides about accounts: one actor, two, or not the same; and takes it back.
 *
 * <p>A decision outranks every score from the next look on and survives each new computation. It is never changed: undoing
 * adds to it who did so, when and why. The ledger gets its id, its kind and a salted digest of accounts and reason.
 */
public final class DecideIdentity {
    private static final int MAX_REASON_CHARS = 500;
    private static final int SALT_BYTES = 16;

    private final House house;

    public DecideIdentity(House house) {
        this.house = house;
    }

    /**
     * What is to be decided.
     *
     * @param left numbers of the accounts on one side
     * @param right numbers of the accounts on the other
     */
    public record Wish(IdentityDecision.Kind kind, List<Integer> left, List<Integer> right) {
        public Wish {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /**
     * What a decision would change.
     *
     * @param before actors now that hold an account of it, each as its accounts; single accounts alone
     * @param after the same when it is made
     * @param kept accounts of the case that it does not touch
     */
    public record Preview(List<List<String>> before, List<List<String>> after, int kept) {}

    /** What would change; nothing is written. */
    public Outcome<Preview> preview(OpenedCase opened, Wish wish) {
        return house.access().stillIn(opened, Act.DECIDE).then(open -> {
            CaseMaterial material = new CaseMaterial(house.observations(), open.id());
            return decision("preview", material, wish).then(decision -> {
                AccountResolver resolver = ResolveAccounts.prepared(house, open.id(), material);
                Resolution before = resolver.resolve();
                resolver.add(decision);
                return Outcome.done(compared(open, before, resolver.resolve(), decision));
            });
        });
    }

    private Preview compared(OpenedCase open, Resolution before, Resolution after, IdentityDecision decision) {
        TreeSet<String> touched = new TreeSet<>(decision.left());
        touched.addAll(decision.right());
        for (Resolution resolution : List.of(before, after)) {
            for (Actor actor : resolution.actors()) {
                if (actor.accounts().stream().anyMatch(touched::contains)) {
                    touched.addAll(actor.accounts());
                }
            }
        }
        ProtectChild.Masked masked = new ProtectChild(house).masked(open);
        return new Preview(
                groups(before, touched, masked),
                groups(after, touched, masked),
                before.figures().accounts() - touched.size());
    }

    private static List<List<String>> groups(Resolution resolution, Set<String> touched, ProtectChild.Masked masked) {
        List<List<String>> groups = new ArrayList<>();
        TreeSet<String> alone = new TreeSet<>(touched);
        for (Actor actor : resolution.actors()) {
            if (alone.removeAll(actor.accounts())) {
                groups.add(actor.accounts().stream().map(masked.mask()::text).toList());
            }
        }
        alone.forEach(account -> groups.add(List.of(masked.mask().text(account))));
        return groups;
    }

    /** Makes the decision; gives its id. */
    public Outcome<String> run(OpenedCase opened, Wish wish, String reason) {
        return house.access().stillIn(opened, Act.DECIDE).then(open -> {
            if (reason.isBlank() || reason.length() > MAX_REASON_CHARS) {
                return reasonMissing();
            }
            String id = "id-" + HexFormat.of().formatHex(Secrets.bytes(8));
            CaseMaterial material = new CaseMaterial(house.observations(), open.id());
            return decision(id, material, wish).then(decision -> {
                Instant now = house.clock().instant();
                StoredDecision stored = new StoredDecision(
                        decision,
                        reason.strip(),
                        HexFormat.of().formatHex(Secrets.bytes(SALT_BYTES)),
                        open.acting().person(),
                        now,
                        null,
                        null,
                        null);
                house.database().inCase(open.id(), () -> {
                    house.decisions().add(open.id(), stored);
                    append(open, now, id, decision.kind().wire(), digest(stored, stored.reason()));
                    return true;
                });
                return Outcome.done(id);
            });
        });
    }

    /** Takes a decision back; what the evidence says holds again. */
    public Outcome<String> undo(OpenedCase opened, String id, String reason) {
        return house.access().stillIn(opened, Act.DECIDE).then(open -> {
            if (reason.isBlank() || reason.length() > MAX_REASON_CHARS) {
                return reasonMissing();
            }
            Optional<StoredDecision> found = house.decisions().all(open.id()).stream()
                    .filter(stored -> stored.decision().id().equals(id) && stored.holds())
                    .findFirst();
            Instant now = house.clock().instant();
            boolean isDone = found.isPresent()
                    && house.database().inCase(open.id(), () -> {
                        boolean undone =
                                house.decisions().undo(id, open.acting().person(), now, reason.strip());
                        if (undone) {
                            append(open, now, id, "undone", digest(found.get(), reason.strip()));
                        }
                        return undone;
                    });
            return isDone
                    ? Outcome.done(id)
                    : Outcome.refused(
                            IdentityCode.DECISION_UNKNOWN,
                            "Case " + open.number() + " has no decision " + id + " that holds; see the list.");
        });
    }

    /**
     * A decision as pages show it, names masked where they must be.
     *
     * @param kind wire name
     * @param undoneBy who undid it, null while it holds
     */
    public record DecisionLine(
            String id,
            String kind,
            List<String> left,
            List<String> right,
            String reason,
            PersonName decidedBy,
            String decidedAt,
            @Nullable PersonName undoneBy,
            String undoneAt,
            String undoReason) {
        public boolean holds() {
            return undoneBy == null;
        }
    }

    /** All decisions of the case, newest first, those undone among them; the look is recorded. */
    public Outcome<List<DecisionLine>> all(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "identity-decisions"), Map.of());
            NameMask mask = new ProtectChild(house).masked(open).mask();
            NamePersons names = new NamePersons(house);
            return Outcome.done(house.decisions().all(open.id()).stream()
                    .map(stored -> line(stored, mask, names))
                    .toList());
        });
    }

    private static DecisionLine line(StoredDecision stored, NameMask mask, NamePersons names) {
        IdentityDecision decision = stored.decision();
        String undoReason = stored.undoReason();
        String undoneBy = stored.undoneBy();
        return new DecisionLine(
                decision.id(),
                decision.kind().wire(),
                decision.left().stream().map(mask::text).toList(),
                decision.right().stream().map(mask::text).toList(),
                mask.text(stored.reason()),
                names.of(stored.decidedBy()),
                stored.decidedAt().toString(),
                undoneBy == null ? null : names.of(undoneBy),
                Objects.toString(stored.undoneAt(), ""),
                undoReason == null ? "" : mask.text(undoReason));
    }

    private static Outcome<String> reasonMissing() {
        return Outcome.refused(
                IdentityCode.DECISION_INCOMPLETE,
                "A decision about accounts needs a reason of 1 to " + MAX_REASON_CHARS + " characters.");
    }

    private static Outcome<IdentityDecision> decision(String id, CaseMaterial material, Wish wish) {
        for (List<Integer> side : List.of(wish.left(), wish.right())) {
            for (int account : side) {
                if (!material.hasAccount(account)) {
                    return Outcome.refused(
                            CaseworkCode.ACCOUNT_UNKNOWN,
                            "The case has no account of number " + account + "; see the list of accounts.");
                }
            }
        }
        boolean isClear = !wish.left().isEmpty()
                && !wish.right().isEmpty()
                && wish.left().stream().noneMatch(wish.right()::contains)
                && Math.max(wish.left().size(), wish.right().size()) <= IdentityDecision.MAX_ACCOUNTS_OF_A_SIDE;
        if (!isClear) {
            return Outcome.refused(
                    IdentityCode.DECISION_INCOMPLETE,
                    "Name at least one account on each side, at most " + IdentityDecision.MAX_ACCOUNTS_OF_A_SIDE
                            + ", and none on both.");
        }
        return Outcome.done(
                new IdentityDecision(id, wish.kind(), keys(material, wish.left()), keys(material, wish.right())));
    }

    private static List<String> keys(CaseMaterial material, List<Integer> accounts) {
        return accounts.stream().map(material::accountKey).toList();
    }

    private static Sha256Digest digest(StoredDecision stored, String reason) {
        IdentityDecision decision = stored.decision();
        String text = String.join(
                "\n",
                stored.salt(),
                decision.kind().wire(),
                String.join("\t", decision.left()),
                String.join("\t", decision.right()),
                reason);
        return Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private void append(OpenedCase open, Instant at, String id, String kind, Sha256Digest digest) {
        house.ledger()
                .append(open.acting()
                        .entry(
                                EntryKind.DECISION_MADE,
                                at,
                                open.number(),
                                Map.of("decision", id, "kind", "identity-" + kind),
                                Map.of("statement", digest),
                                Map.of()));
    }
}
