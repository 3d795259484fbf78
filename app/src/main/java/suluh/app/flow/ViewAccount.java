package suluh.app.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.StoredAccount;
import suluh.core.canon.JsonObject;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.LinkJson;
import suluh.core.identity.AccountLink;
import suluh.core.identity.Actor;
import suluh.core.identity.Resolution;
import suluh.core.kernel.Outcome;

/** Shows an account with its profile, and an actor with the accounts held to be one; worked out at the first look. */
public final class ViewAccount {
    private static final int MAX_TIES = 50;

    private final House house;

    public ViewAccount(House house) {
        this.house = house;
    }

    /** An account in a list: number, and texts as the person may see them. */
    public record AccountName(int id, String key, String name) {}

    /**
     * A tie as pages show it.
     *
     * @param other the account on the other side
     * @param json the tie with its waterfall, names masked
     */
    public record Tie(AccountName other, JsonObject json) {}

    /**
     * An account.
     *
     * @param actor the actor it is held to be of, or empty
     * @param ties ties to other accounts that join nothing, strongest first
     */
    public record AccountView(AccountProfile profile, Optional<String> actor, List<Tie> ties) {}

    /**
     * An actor.
     *
     * @param accounts its accounts
     * @param ties the ties that hold them together
     * @param open ties of its accounts to others that join nothing
     */
    public record ActorView(String id, List<AccountName> accounts, List<JsonObject> ties, List<Tie> open) {}

    /** The account of this number; the look is recorded. */
    public Outcome<AccountView> account(OpenedCase opened, int account) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            ProtectChild.Masked masked = new ProtectChild(house).masked(open);
            KeptView<AccountView> kept = KeptView.of(house, open, "account " + account, masked, AccountView.class);
            Map<String, String> what = Map.of("what", "account", "account", ProtectChild.subject(account));
            Optional<AccountView> known = kept.find();
            if (known.isPresent()) {
                house.access().looked(open, what, Map.of());
                return Outcome.done(known.get());
            }
            Optional<AccountMaterial> material = AccountMaterial.of(house.accounts(), open.id(), account);
            if (material.isEmpty()) {
                return Outcome.refused(
                        CaseworkCode.ACCOUNT_UNKNOWN,
                        "Case " + open.number() + " has no account of number " + account + "; see the list.");
            }
            house.access().looked(open, what, Map.of());
            return Outcome.done(kept.make(() -> accountView(open, material.get(), masked)));
        });
    }

    private AccountView accountView(OpenedCase open, AccountMaterial material, ProtectChild.Masked masked) {
        Resolution resolution = ResolveAccounts.present(house, open.id());
        String key = material.account().key();
        return new AccountView(
                ProfileAccount.of(house, open.id(), material, masked),
                Optional.ofNullable(resolution.actorOfAccount().get(key)),
                ties(open.id(), masked, resolution, List.of(key)));
    }

    /** What the latest findings say of these conversations, by their number; what they do not list is left out. */
    public Outcome<Map<Integer, QueueConversations.Heard>> signals(OpenedCase opened, Collection<Integer> numbers) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            ConversationFindings findings = ConversationFindings.of(house, open);
            Map<Integer, QueueConversations.Heard> heard = new HashMap<>();
            numbers.forEach(number ->
                    findings.of(number).ifPresent(finding -> heard.put(number, QueueConversations.heard(finding))));
            return Outcome.done(heard);
        });
    }

    /**
     * Number of the account that this names: its key, or its display name where one account alone has it. An account that is
     * masked to the person is found by neither. For who decides about accounts; the look is recorded.
     */
    public Outcome<Integer> number(OpenedCase opened, String words) {
        return house.access().stillIn(opened, Act.DECIDE).then(open -> {
            house.access().looked(open, Map.of("what", "accounts"), Map.of());
            ProtectChild.Masked masked = new ProtectChild(house).masked(open);
            List<StoredAccount> shown = house.lists().accounts(open.id()).stream()
                    .filter(account -> !masked.accounts().contains(account.id()))
                    .toList();
            List<Integer> found = shown.stream()
                    .filter(account -> account.key().equalsIgnoreCase(words))
                    .map(StoredAccount::id)
                    .toList();
            List<Integer> named = found.isEmpty()
                    ? shown.stream()
                            .filter(account -> words.equalsIgnoreCase(account.name()))
                            .map(StoredAccount::id)
                            .toList()
                    : found;
            return named.size() == 1
                    ? Outcome.done(named.getFirst())
                    : Outcome.refused(
                            CaseworkCode.ACCOUNT_UNKNOWN,
                            named.size() + " accounts of case " + open.number()
                                    + " are so called; give the key of one as the list of accounts shows it.");
        });
    }

    /** The actor of this id in the present resolution; the look is recorded. */
    public Outcome<ActorView> actor(OpenedCase opened, String id) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            ProtectChild.Masked masked = new ProtectChild(house).masked(open);
            KeptView<ActorView> kept = KeptView.of(house, open, "actor " + id, masked, ActorView.class);
            Optional<ActorView> view = kept.find();
            if (view.isEmpty()) {
                Resolution resolution = ResolveAccounts.present(house, open.id());
                view = resolution.actors().stream()
                        .filter(actor -> actor.id().equals(id))
                        .findFirst()
                        .map(actor -> kept.make(() -> actorView(open.id(), masked, resolution, actor)));
            }
            if (view.isEmpty()) {
                return Outcome.refused(
                        CaseworkCode.ACCOUNT_UNKNOWN,
                        "Case " + open.number() + " has no actor of this id now; a decision may have changed them.");
            }
            house.access().looked(open, Map.of("what", "actor", "actor", id), Map.of());
            return Outcome.done(view.get());
        });
    }

    private ActorView actorView(int caseId, ProtectChild.Masked masked, Resolution resolution, Actor actor) {
        Map<String, StoredAccount> byKey = byKey(caseId, actor.accounts());
        return new ActorView(
                actor.id(),
                actor.accounts().stream().map(key -> name(byKey, masked, key)).toList(),
                actor.links().stream()
                        .limit(MAX_TIES)
                        .map(link -> masked.mask().json(LinkJson.of(link)))
                        .toList(),
                ties(caseId, masked, resolution, actor.accounts()));
    }

    private Map<String, StoredAccount> byKey(int caseId, Collection<String> keys) {
        Map<String, StoredAccount> byKey = new HashMap<>();
        house.accounts().accountsOf(caseId, keys).forEach(account -> byKey.put(account.key(), account));
        return byKey;
    }

    private static AccountName name(Map<String, StoredAccount> byKey, ProtectChild.Masked masked, String key) {
        StoredAccount account = byKey.get(key);
        if (account == null) {
            throw new IllegalStateException("a tie names no account of the case");
        }
        String name = account.name();
        return new AccountName(
                account.id(), masked.name(account.id(), key), masked.name(account.id(), name == null ? key : name));
    }

    /** Ties of these accounts to others that join nothing, strongest first. */
    private List<Tie> ties(int caseId, ProtectChild.Masked masked, Resolution resolution, List<String> of) {
        SequencedMap<AccountLink, String> others = new LinkedHashMap<>();
        for (AccountLink link : resolution.suggested()) {
            if (others.size() < MAX_TIES && of.contains(link.a()) != of.contains(link.b())) {
                others.put(link, of.contains(link.a()) ? link.b() : link.a());
            }
        }
        Map<String, StoredAccount> byKey = byKey(caseId, others.values());
        List<Tie> ties = new ArrayList<>();
        others.forEach((link, other) ->
                ties.add(new Tie(name(byKey, masked, other), masked.mask().json(LinkJson.of(link)))));
        return ties;
    }
}
