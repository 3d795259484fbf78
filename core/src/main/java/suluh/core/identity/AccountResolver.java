package suluh.core.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.AccountLink.Strength;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;

/**
 * Joins accounts that share a strong identifier, and suggests what a person should look at.
 *
 * <p>Rules, each chosen so that an error is a missed link rather than two people made one:
 *
 * <ul>
 *   <li>A telephone number, mail address or profile address recorded as the account's <em>own</em> joins accounts of
 *       different services. A name or a handle never joins.
 *   <li>An identifier recorded for two accounts of one service, or for more than {@value #MAX_HOLDERS} accounts, joins
 *       nothing: families and schools share devices. It is suggested.
 *   <li>What an account wrote in a message may be anybody's. It is suggested when it is another account's own.
 * </ul>
 *
 * <p>The result does not depend on the order of the facts. Cost: O(n log n) time, O(n) memory in the number of facts.
 */
public final class AccountResolver {
    /** One person rarely holds more accounts under one identifier than this over the services read here. */
    static final int MAX_HOLDERS = 4;

    private record Identifier(ContactPointKind kind, String value) implements Comparable<Identifier> {
        @Override
        public int compareTo(Identifier other) {
            int order = kind.compareTo(other.kind);
            return order != 0 ? order : value.compareTo(other.value);
        }
    }

    /** First owner and first publisher records by identifier and account. */
    private final SortedMap<Identifier, SortedMap<String, IdentifierFact>> owned = new TreeMap<>();

    private final SortedMap<Identifier, SortedMap<String, IdentifierFact>> published = new TreeMap<>();
    private final List<AccountLink> ownerLinks = new ArrayList<>();

    /** Takes a fact; handles and invitation links are ignored, since they identify no person. */
    public void add(IdentifierFact fact) {
        if (fact.value().isEmpty() || basisOf(fact.kind()) == null) {
            return;
        }
        var byIdentifier = fact.relation() == ContactRelation.OWNED ? owned : published;
        byIdentifier
                .computeIfAbsent(new Identifier(fact.kind(), fact.value()), ignored -> new TreeMap<>())
                .merge(fact.account(), fact, AccountResolver::earlier);
    }

    /** Takes the fact that a participant is the holder of the export. */
    public void add(OwnerFact fact) {
        if (fact.owner().equals(fact.participant())) {
            return;
        }
        boolean inOrder = fact.owner().compareTo(fact.participant()) < 0;
        ownerLinks.add(new AccountLink(
                inOrder ? fact.owner() : fact.participant(),
                inOrder ? fact.participant() : fact.owner(),
                LinkBasis.EXPORT_OWNER,
                Strength.LINKED,
                "",
                List.of(fact.ownerSource(), fact.participantSource())));
    }

    /** Actors and suggestions from all facts taken so far. */
    public Resolution resolve() {
        SortedSet<AccountLink> linked = new TreeSet<>(ownerLinks);
        SortedSet<AccountLink> suggested = new TreeSet<>();
        owned.forEach((identifier, holders) -> linkHolders(identifier, holders, linked, suggested));
        published.forEach((identifier, publishers) -> suggestPublishers(identifier, publishers, suggested));
        List<Actor> actors = actors(linked);
        SortedMap<String, String> actorOfAccount = new TreeMap<>();
        for (Actor actor : actors) {
            actor.accounts().forEach(account -> actorOfAccount.put(account, actor.id()));
        }
        suggested.removeIf(link -> {
            String actor = actorOfAccount.get(link.a());
            return actor != null && actor.equals(actorOfAccount.get(link.b()));
        });
        return new Resolution(actors, List.copyOf(suggested), actorOfAccount);
    }

    private static void linkHolders(
            Identifier identifier,
            SortedMap<String, IdentifierFact> holders,
            Collection<AccountLink> linked,
            Collection<AccountLink> suggested) {
        boolean shared = holders.size() > MAX_HOLDERS || twoOfOneService(holders.keySet());
        LinkBasis basis = shared ? LinkBasis.SHARED_IDENTIFIER : strongBasis(identifier.kind());
        IdentifierFact first = holders.firstEntry().getValue();
        for (IdentifierFact other : holders.values()) {
            if (!other.account().equals(first.account())) {
                AccountLink link = link(first, other, basis, shared ? Strength.SUGGESTED : Strength.LINKED);
                (shared ? suggested : linked).add(link);
            }
        }
    }

    private void suggestPublishers(
            Identifier identifier, SortedMap<String, IdentifierFact> publishers, Collection<AccountLink> suggested) {
        SortedMap<String, IdentifierFact> holders = owned.get(identifier);
        if (holders == null) {
            return;
        }
        IdentifierFact holder = holders.firstEntry().getValue();
        for (IdentifierFact publisher : publishers.values()) {
            if (!holders.containsKey(publisher.account())) {
                suggested.add(link(holder, publisher, LinkBasis.PUBLISHED_OTHERS_IDENTIFIER, Strength.SUGGESTED));
            }
        }
    }

    private static AccountLink link(IdentifierFact x, IdentifierFact y, LinkBasis basis, Strength strength) {
        boolean inOrder = x.account().compareTo(y.account()) < 0;
        IdentifierFact a = inOrder ? x : y;
        IdentifierFact b = inOrder ? y : x;
        return new AccountLink(a.account(), b.account(), basis, strength, a.value(), List.of(a.source(), b.source()));
    }

    private static List<Actor> actors(SortedSet<AccountLink> linked) {
        DisjointSets sets = new DisjointSets();
        linked.forEach(link -> sets.join(link.a(), link.b()));
        SortedMap<String, SortedSet<String>> members = new TreeMap<>();
        SortedMap<String, List<AccountLink>> links = new TreeMap<>();
        for (AccountLink link : linked) {
            String root = sets.rootOf(link.a());
            members.computeIfAbsent(root, ignored -> new TreeSet<>()).addAll(List.of(link.a(), link.b()));
            links.computeIfAbsent(root, ignored -> new ArrayList<>()).add(link);
        }
        List<Actor> actors = new ArrayList<>();
        for (Map.Entry<String, SortedSet<String>> entry : members.entrySet()) {
            List<AccountLink> own = links.getOrDefault(entry.getKey(), List.of());
            actors.add(new Actor("actor-" + (actors.size() + 1), List.copyOf(entry.getValue()), own));
        }
        return actors;
    }

    private static boolean twoOfOneService(Set<String> accounts) {
        Set<String> services = new HashSet<>();
        return !accounts.stream().allMatch(account -> services.add(service(account)));
    }

    /** The service before the colon of a key; Facebook and Messenger count as two, since one account appears in both. */
    private static String service(String account) {
        return account.substring(0, account.indexOf(':'));
    }

    private static IdentifierFact earlier(IdentifierFact x, IdentifierFact y) {
        int order = x.source().item().compareTo(y.source().item());
        order = order != 0 ? order : x.source().path().compareTo(y.source().path());
        order = order != 0
                ? order
                : Long.compare(x.source().offset(), y.source().offset());
        return order <= 0 ? x : y;
    }

    private static LinkBasis strongBasis(ContactPointKind kind) {
        LinkBasis basis = basisOf(kind);
        if (basis == null) {
            throw new IllegalStateException("only strong identifiers are kept, found " + kind);
        }
        return basis;
    }

    private static @Nullable LinkBasis basisOf(ContactPointKind kind) {
        return switch (kind) {
            case PHONE -> LinkBasis.OWNED_PHONE;
            case EMAIL -> LinkBasis.OWNED_EMAIL;
            case PROFILE_URL -> LinkBasis.OWNED_PROFILE_URL;
            case INVITE_LINK, HANDLE -> null;
        };
    }
}
