package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import suluh.app.flow.ProtectChild.Masked;
import suluh.app.flow.SearchCase.NameHit;
import suluh.app.store.Numbered;
import suluh.app.store.SearchStore;
import suluh.app.store.SearchStore.FoundName;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.core.search.NameForm;

/** Finds names, handles and identifiers that are equal to or like what was asked for; masked ones stay unfound. */
final class SearchNames {
    private static final int MAX_NAMES = 20;
    private static final int MAX_COMPARED = 600;
    private static final int MAX_PIECES = 12;
    private static final int MIN_PIECE = 2;
    /** A name is compared when it has this part of the asked name's units of three. */
    private static final int LEAST_SHARED = 3;

    private final SearchStore store;
    private final List<StoredAccount> accounts;
    private final Masked masked;

    SearchNames(SearchStore store, List<StoredAccount> accounts, Masked masked) {
        this.store = store;
        this.accounts = accounts;
        this.masked = masked;
    }

    private record Scored(FoundName name, String shown, double likeness) {}

    /** Names like the whole query or one piece of it, the most alike first. */
    List<NameHit> like(String query, List<StoredConversation> conversations) {
        Set<NameForm> wanted = new LinkedHashSet<>();
        wanted.add(NameForm.of(query));
        for (String piece : query.split("[\\s\"]+", MAX_PIECES)) {
            NameForm form = NameForm.of(piece);
            if (!piece.startsWith("-") && form.form().length() >= MIN_PIECE) {
                wanted.add(form);
            }
        }
        List<Scored> scored = new ArrayList<>();
        for (FoundName name : store.names(numbers(wanted))) {
            if (masked.accounts().contains(name.account())) {
                continue;
            }
            String shown = masked.mask().text(name.form());
            NameForm form = NameForm.of(shown);
            double likeness =
                    wanted.stream().mapToDouble(one -> one.likeness(form)).max().orElse(0);
            if (likeness >= NameForm.LEAST) {
                scored.add(new Scored(name, shown, likeness));
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::likeness)
                        .reversed()
                        .thenComparingInt(one -> one.name().number()))
                .limit(MAX_NAMES)
                .map(one -> hit(one, conversations))
                .toList();
    }

    private List<Integer> numbers(Set<NameForm> wanted) {
        int last = store.lastName();
        Set<Integer> numbers = new LinkedHashSet<>();
        for (NameForm form : wanted) {
            Set<String> grams = form.grams();
            int[] shared = new int[last + 1];
            store.addGrams(grams, shared);
            List<Integer> near = new ArrayList<>();
            for (int number = 1; number <= last; number++) {
                if (shared[number] > 0 && shared[number] * LEAST_SHARED >= grams.size()) {
                    near.add(number);
                }
            }
            near.sort(Comparator.comparingInt((Integer number) -> shared[number])
                    .reversed()
                    .thenComparingInt(number -> number));
            numbers.addAll(near.subList(0, Math.min(near.size(), MAX_COMPARED)));
        }
        return List.copyOf(numbers);
    }

    private NameHit hit(Scored scored, List<StoredConversation> conversations) {
        FoundName name = scored.name();
        String platform = name.account() > 0
                ? Numbered.get(accounts, StoredAccount::id, name.account())
                        .platform()
                        .wire()
                : Numbered.get(conversations, StoredConversation::id, name.conversation())
                        .reference()
                        .platform()
                        .wire();
        return new NameHit(
                name.kind(),
                name.account(),
                name.conversation(),
                scored.shown(),
                platform,
                scored.likeness(),
                name.source());
    }
}
