package suluh.core.identity.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import suluh.core.identity.AccountField;
import suluh.core.identity.Actor;
import suluh.core.identity.account.Scene.Noise;

/** How well the accounts of invented scenes are joined, added up over scenes. */
final class SceneQuality {
    static final int ACTORS = 120;
    static final int BYSTANDERS = 500;

    private long right;
    private long wrong;
    private long found;
    private long joinable;

    /** The scenes of these seeds, resolved and compared with their truth. */
    static SceneQuality of(Noise noise, long firstSeed, int seeds) {
        SceneQuality quality = new SceneQuality();
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            quality.add(new Scene(seed, noise, ACTORS, BYSTANDERS));
        }
        return quality;
    }

    private void add(Scene scene) {
        AccountResolver resolver = new AccountResolver(AccountComparison.PictureDistance.EXACT);
        scene.accounts().forEach(resolver::add);
        for (Actor actor : resolver.resolve().actors()) {
            for (String[] pair : pairs(actor.accounts())) {
                boolean isOne = scene.isOne(pair[0], pair[1]);
                right += isOne ? 1 : 0;
                wrong += isOne ? 0 : 1;
                found += isOne && chained(scene, pair[0], pair[1]) ? 1 : 0;
            }
        }
        joinable += pairs(scene.accounts().stream().map(AccountTraits::key).toList()).stream()
                .filter(pair -> scene.isOne(pair[0], pair[1]))
                .filter(pair -> chained(scene, pair[0], pair[1]))
                .count();
    }

    double precision() {
        return (double) right / (right + wrong);
    }

    /** Share of the pairs of one person that a chain of numbers, mailboxes or devices of their own ties. */
    double recall() {
        return (double) found / joinable;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.3f (%d of %d pairs), recall %.3f (%d of %d)",
                precision(),
                right,
                right + wrong,
                recall(),
                found,
                joinable);
    }

    private static boolean chained(Scene scene, String from, String to) {
        List<AccountTraits> same = scene.accounts().stream()
                .filter(account -> scene.isOne(account.key(), from))
                .toList();
        Set<String> reached = new HashSet<>(Set.of(from));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (AccountTraits a : same) {
                for (AccountTraits b : same) {
                    grown |= reached.contains(a.key()) && shares(a, b) && reached.add(b.key());
                }
            }
        }
        return reached.contains(to);
    }

    private static boolean shares(AccountTraits a, AccountTraits b) {
        return Stream.of(AccountField.PHONE, AccountField.EMAIL, AccountField.DEVICE)
                .anyMatch(field -> a.values(field).stream()
                        .anyMatch(x ->
                                b.values(field).stream().anyMatch(y -> x.value().equals(y.value()))));
    }

    static List<String[]> pairs(List<String> keys) {
        List<String[]> pairs = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                pairs.add(new String[] {keys.get(i), keys.get(j)});
            }
        }
        return pairs;
    }
}
