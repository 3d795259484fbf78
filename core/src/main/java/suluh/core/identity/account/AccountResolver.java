package suluh.core.identity.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.core.identity.AccountField;
import suluh.core.identity.AccountLink;
import suluh.core.identity.AccountLink.Standing;
import suluh.core.identity.Actor;
import suluh.core.identity.IdentityDecision;
import suluh.core.identity.LinkEvidence;
import suluh.core.identity.OwnerFact;
import suluh.core.identity.Resolution;
import suluh.core.identity.linkage.Clusters;
import suluh.core.identity.linkage.ScoredPairs;

/**
 * Says which accounts of a case are one actor, and why.
 *
 * <p>Accounts that share something are compared ({@link AccountBlocks}), each agreement weighs ({@link AccountModel}), and
 * a pair stands by its probability and by what it rests on:
 *
 * <ul>
 *   <li><b>linked</b> from {@value #LINKED_FROM}, when at least {@value #LEAST_HELD_BITS} bits come from what only a holder
 *       has. Name, account name, picture and description can be copied by anybody: alone they never join.
 *   <li><b>to judge</b> from {@value #JUDGED_FROM}: a person looks.
 *   <li><b>suggested</b> from {@value #SUGGESTED_FROM}, or when an identifier is shared or published at all.
 * </ul>
 *
 * <p>Links are then followed from the strongest down without letting a weak one chain strangers together
 * ({@link Clusters}); one that is not followed is shown as cut. What a person decided outranks every score. The result is
 * a function of what was added, in whatever order. Cost: the blocks' pairs; memory: the accounts and their pairs.
 */
public final class AccountResolver {
    public static final double LINKED_FROM = 0.95;
    public static final double JUDGED_FROM = 0.5;
    public static final double SUGGESTED_FROM = 0.05;
    static final double LEAST_HELD_BITS = 3;
    /** A person judges a few hundred ties at most; the strongest are kept, and how many were left out is told. */
    static final int MAX_SUGGESTED = 500;

    private static final Comparator<AccountLink> STRONGEST = Comparator.comparing(AccountLink::standing)
            .thenComparing(Comparator.comparingDouble(AccountLink::logOdds).reversed())
            .thenComparing(Comparator.naturalOrder());

    private final SortedMap<String, AccountTraits> accounts = new TreeMap<>();
    private final SortedSet<OwnerFact> owners =
            new TreeSet<>(Comparator.comparing(OwnerFact::owner).thenComparing(OwnerFact::participant));
    private final Decisions decisions = new Decisions();
    private final AccountComparison.PictureDistance pictures;

    /** @param pictures distance of two profile pictures */
    public AccountResolver(AccountComparison.PictureDistance pictures) {
        this.pictures = pictures;
    }

    /** Takes what is known of an account; the last of two with one key counts. */
    public void add(AccountTraits account) {
        accounts.put(account.key(), account);
    }

    /** Takes the fact that a participant is the holder of the export. */
    public void add(OwnerFact fact) {
        if (!fact.owner().equals(fact.participant())) {
            owners.add(fact);
        }
    }

    /** Takes what a person decided. */
    public void add(IdentityDecision decision) {
        decisions.add(decision);
    }

    /** Actors and ties to judge. */
    public Resolution resolve() {
        return new Run().resolution();
    }

    /** All ties between these accounts, compared pair by pair; the cost is the square of their number. */
    public List<AccountLink> explainAll(List<String> keys) {
        Run run = new Run();
        List<AccountLink> ties = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                int x = run.entities.of(keys.get(i));
                int y = run.entities.of(keys.get(j));
                if (x >= 0 && y >= 0 && x != y) {
                    ties.add(run.link(x, y));
                }
            }
        }
        return ties;
    }

    /** One resolution: what was added, compared and weighed. */
    private final class Run {
        private final Entities entities = new Entities(accounts, List.copyOf(owners), decisions);
        private final Population population = new Population(entities.all());
        private final AccountComparison comparison = new AccountComparison(population, pictures);
        private final AccountBlocks blocks = AccountBlocks.of(entities.all());
        private final AccountModel model = learnt();
        private final Map<Long, AccountLink> links = new HashMap<>();

        private AccountModel learnt() {
            noteHouseholds();
            AccountModel first = AccountModel.first(population);
            List<AccountLearning.Pair> pairs = new ArrayList<>();
            for (int pair = 0; pair < blocks.size(); pair++) {
                pairs.add(AccountLearning.Pair.of(first, compare(blocks.first(pair), blocks.second(pair))));
            }
            return AccountLearning.learn(population, pairs);
        }

        /** A value that two otherwise different people hold is a household's, for whoever else holds it too. */
        private void noteHouseholds() {
            List<Agreement> shared = new ArrayList<>();
            for (int pair = 0; pair < blocks.size(); pair++) {
                shared.addAll(Household.shared(compare(blocks.first(pair), blocks.second(pair))));
            }
            shared.forEach(agreement -> population.sharedByTwo(agreement.field(), agreement.valueA()));
        }

        private List<Agreement> compare(int x, int y) {
            return comparison.compare(entities.entity(x), entities.entity(y));
        }

        AccountLink link(int x, int y) {
            AccountTraits a = entities.entity(Math.min(x, y));
            AccountTraits b = entities.entity(Math.max(x, y));
            boolean inOrder = a.key().compareTo(b.key()) < 0;
            List<Agreement> agreements = inOrder ? comparison.compare(a, b) : comparison.compare(b, a);
            List<LinkEvidence> evidence = agreements.stream()
                    .map(agreement -> new LinkEvidence(
                            agreement.field(),
                            agreement.level(),
                            model.weight(agreement),
                            agreement.valueA(),
                            agreement.valueB(),
                            agreement.sources()))
                    .toList();
            String first = inOrder ? a.key() : b.key();
            String second = inOrder ? b.key() : a.key();
            AccountLink link = new AccountLink(first, second, Standing.SUGGESTED, model.priorBits(), evidence);
            return link.with(standing(link, agreements));
        }

        private Standing standing(AccountLink link, List<Agreement> agreements) {
            double probability = link.probability();
            boolean isHeld = model.heldWeight(agreements) >= LEAST_HELD_BITS;
            if (probability >= LINKED_FROM && isHeld && !Household.restsOnTheHouseAlone(agreements)) {
                return Standing.LINKED;
            }
            return probability >= JUDGED_FROM ? Standing.TO_JUDGE : Standing.SUGGESTED;
        }

        Resolution resolution() {
            ScoredPairs scored = new ScoredPairs();
            BlockingRecall recall = new BlockingRecall();
            for (int pair = 0; pair < blocks.size(); pair++) {
                int x = blocks.first(pair);
                int y = blocks.second(pair);
                AccountLink link = link(x, y);
                recall.add(link.probability(), blocks.meetings(pair));
                if (isWorthShowing(link)) {
                    links.put(place(x, y), link);
                    if (link.standing() == Standing.LINKED) {
                        scored.add(x, y, link.logOdds());
                    }
                }
            }
            addDecided(scored);
            Clusters clusters = Clusters.of(entities.all().size(), scored, 0, this::evidence);
            return conclude(clusters, recall);
        }

        private static boolean isWorthShowing(AccountLink link) {
            return link.probability() >= SUGGESTED_FROM
                    || link.evidence().stream()
                            .anyMatch(evidence -> evidence.bits() > LEAST_HELD_BITS
                                    && evidence.level() <= 2
                                    && (evidence.field().kind() == AccountField.Kind.HELD
                                            || evidence.field() == AccountField.PUBLISHED));
        }

        private void addDecided(ScoredPairs scored) {
            for (Decisions.Merged merged : decisions.merged()) {
                int x = entities.of(merged.a());
                int y = entities.of(merged.b());
                if (x >= 0 && y >= 0 && x != y) {
                    AccountLink link = links.computeIfAbsent(place(x, y), ignored -> link(x, y));
                    links.put(place(x, y), link.with(Standing.DECIDED));
                    scored.add(Math.min(x, y), Math.max(x, y), Double.POSITIVE_INFINITY);
                }
            }
        }

        /** Evidence between any two: of those compared their log-odds; of the rest only what speaks against. */
        private double evidence(int x, int y) {
            if (areApart(x, y)) {
                return Double.NEGATIVE_INFINITY;
            }
            AccountLink link = links.get(place(x, y));
            if (link != null && link.standing() == Standing.DECIDED) {
                return Double.POSITIVE_INFINITY;
            }
            if (link != null && link.standing() == Standing.LINKED) {
                return link.logOdds();
            }
            List<Agreement> agreements = compare(x, y);
            return Household.isIn(agreements) ? model.weightAgainst(agreements) : Math.min(0, model.weight(agreements));
        }

        private boolean areApart(int x, int y) {
            return decisions.keepApartAnything()
                    && entities.members(x).stream()
                            .anyMatch(a -> entities.members(y).stream().anyMatch(b -> decisions.areApart(a, b)));
        }

        private static long place(int x, int y) {
            return (long) Math.min(x, y) << 32 | Math.max(x, y);
        }

        private Resolution conclude(Clusters clusters, BlockingRecall recall) {
            Map<Integer, SortedSet<AccountLink>> inside = new HashMap<>();
            List<AccountLink> outside = new ArrayList<>();
            links.forEach((place, link) -> {
                int x = (int) (place >>> 32);
                int y = place.intValue();
                if (clusters.of(x) != clusters.of(y)) {
                    if (!areApart(x, y)) {
                        outside.add(link.standing().joins() ? link.with(Standing.CUT) : link);
                    }
                } else if (link.standing().joins()) {
                    inside.computeIfAbsent(clusters.of(x), ignored -> new TreeSet<>())
                            .add(link);
                }
            });
            addOwners(clusters, inside);
            outside.sort(STRONGEST);
            List<AccountLink> kept = outside.stream().limit(MAX_SUGGESTED).toList();
            List<Actor> actors = actors(clusters, inside);
            SortedMap<String, String> actorOf = new TreeMap<>();
            actors.forEach(actor -> actor.accounts().forEach(account -> actorOf.put(account, actor.id())));
            return new Resolution(
                    actors,
                    kept,
                    actorOf,
                    new Resolution.Figures(
                            accounts.size(),
                            blocks.size(),
                            blocks.passedOver(),
                            recall.share(),
                            outside.size() - (long) kept.size()));
        }

        private void addOwners(Clusters clusters, Map<Integer, SortedSet<AccountLink>> inside) {
            for (OwnerFact owner : owners) {
                int x = entities.of(owner.owner());
                if (x < 0 || x != entities.of(owner.participant())) {
                    continue;
                }
                boolean inOrder = owner.owner().compareTo(owner.participant()) < 0;
                LinkEvidence evidence = new LinkEvidence(
                        AccountField.HOLDER,
                        1,
                        AccountField.HOLDER.level(1).fixedBits(),
                        "",
                        "",
                        List.of(owner.ownerSource(), owner.participantSource()));
                AccountLink link = new AccountLink(
                        inOrder ? owner.owner() : owner.participant(),
                        inOrder ? owner.participant() : owner.owner(),
                        Standing.LINKED,
                        model.priorBits(),
                        List.of(evidence));
                inside.computeIfAbsent(clusters.of(x), ignored -> new TreeSet<>())
                        .add(link);
            }
        }

        private List<Actor> actors(Clusters clusters, Map<Integer, SortedSet<AccountLink>> inside) {
            SortedMap<String, Actor> byFirst = new TreeMap<>();
            inside.forEach((root, ties) -> {
                SortedSet<String> keys = new TreeSet<>();
                for (int member : clusters.members(root)) {
                    keys.addAll(entities.members(member));
                }
                byFirst.put(keys.first(), new Actor("actor-0", List.copyOf(keys), List.copyOf(ties)));
            });
            List<Actor> actors = new ArrayList<>();
            for (Actor actor : byFirst.values()) {
                actors.add(new Actor("actor-" + (actors.size() + 1), actor.accounts(), actor.links()));
            }
            return actors;
        }
    }
}
