package suluh.core.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import suluh.core.identity.AccountField;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

/** Invented people with several accounts each, families on one device, fans who copy: with the truth beside them. */
final class Scene {
    private static final List<String> COMMON = List.of("nur aisyah", "muhammad amir", "siti sarah", "lim wei", "kumar");
    private static final List<String> SERVICES = List.of("facebook", "telegram", "whatsapp", "instagram", "x");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(new byte[] {7}), "scene");

    /**
     * How dirty the scene is, each from 0 to 1.
     *
     * @param typos of names
     * @param nameChanges accounts under another name
     * @param families actors whose sibling uses the same device, network and, by half, number
     * @param commonNames people with one of five names
     * @param copies actors whose picture, name and handle a stranger copies
     */
    record Noise(double typos, double nameChanges, double families, double commonNames, double copies) {
        static final Noise LIGHT = new Noise(0.05, 0.1, 0.03, 0.1, 0.05);
        static final Noise MEDIUM = new Noise(0.1, 0.2, 0.06, 0.2, 0.1);
        static final Noise HEAVY = new Noise(0.2, 0.6, 0.25, 0.4, 0.2);
    }

    private record Person(
            int number,
            String name,
            String handle,
            String phone,
            String email,
            String device,
            String address,
            String picture) {}

    private final SplittableRandom random;
    private final Noise noise;
    private final List<AccountTraits> accounts = new ArrayList<>();
    private final SortedMap<String, Integer> personOf = new TreeMap<>();
    private int people;
    private int records;

    Scene(long seed, Noise noise, int actors, int bystanders) {
        this.random = new SplittableRandom(seed);
        this.noise = noise;
        for (int i = 0; i < actors; i++) {
            addActor();
        }
        for (int i = 0; i < bystanders; i++) {
            Person person = person();
            add(account(person, pick(SERVICES), person.name()), person);
        }
    }

    List<AccountTraits> accounts() {
        return accounts;
    }

    /** True when both accounts are one person's. */
    boolean isOne(String a, String b) {
        return Objects.equals(personOf.get(a), personOf.get(b));
    }

    private void addActor() {
        Person person = person();
        int count = 2 + random.nextInt(3);
        List<String> services = new ArrayList<>(SERVICES);
        for (int i = 0; i < count; i++) {
            String service = services.remove(random.nextInt(services.size()));
            String name = happens(noise.nameChanges())
                    ? name()
                    : happens(noise.typos()) ? typo(person.name()) : person.name();
            AccountTraits.Builder account = account(person, service, name);
            own(account, person);
            add(account, person);
        }
        if (happens(noise.families())) {
            addSibling(person);
        }
        if (happens(noise.copies())) {
            addCopyist(person);
        }
    }

    private void own(AccountTraits.Builder account, Person person) {
        if (happens(0.7)) {
            account.add(AccountField.PHONE, person.phone(), source());
        }
        if (happens(0.6)) {
            account.add(AccountField.EMAIL, person.email(), source());
        }
        if (happens(0.6)) {
            account.add(AccountField.DEVICE, person.device(), source());
        }
        if (happens(0.7)) {
            see(account, person.address());
        }
        if (happens(0.5)) {
            account.add(AccountField.AVATAR, person.picture(), source());
        }
    }

    private void see(AccountTraits.Builder account, String address) {
        for (int i = 0; i < 5; i++) {
            Instant at = START.plus(Duration.ofMinutes(random.nextInt(400_000)));
            account.add(new Sighting(address, at, null, source()));
        }
    }

    /** Another person of the house: same device and network, by half the same number; own name, mail and picture. */
    private void addSibling(Person of) {
        Person own = person();
        AccountTraits.Builder account = account(own, pick(SERVICES), own.name());
        account.add(AccountField.DEVICE, of.device(), source());
        account.add(AccountField.PHONE, happens(0.5) ? of.phone() : own.phone(), source());
        account.add(AccountField.EMAIL, own.email(), source());
        see(account, of.address());
        add(account, own);
    }

    private void addCopyist(Person of) {
        Person own = person();
        AccountTraits.Builder account = account(of, pick(SERVICES), of.name());
        account.add(AccountField.AVATAR, of.picture(), source());
        account.add(AccountField.PHONE, own.phone(), source());
        account.add(AccountField.EMAIL, own.email(), source());
        add(account, own);
    }

    private AccountTraits.Builder account(Person person, String service, String name) {
        String key = service + ":" + personOf.size();
        AccountTraits.Builder account = AccountTraits.of(key).add(AccountField.NAME, name, source());
        String handle = happens(0.5) ? person.handle() : name.replace(" ", "") + random.nextInt(100);
        return account.add(AccountField.HANDLE, handle, source());
    }

    private void add(AccountTraits.Builder account, Person person) {
        AccountTraits built = account.build();
        accounts.add(built);
        personOf.put(built.key(), person.number());
    }

    private Person person() {
        int number = people++;
        return new Person(
                number,
                happens(noise.commonNames()) ? pick(COMMON) : name(),
                word() + "_" + word(),
                String.format("+6015555%05d", number),
                "mail" + Integer.toString(number * 7919, 36) + "@example.org",
                "imei " + (350_000_000L + number),
                "203.0." + number / 250 % 250 + "." + number % 250,
                "picture-" + number);
    }

    private String name() {
        return word() + " " + word();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append("bdfhjklmnprstwyz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private String typo(String name) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + "q" + name.substring(Math.min(name.length(), at + 1));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean happens(double share) {
        return random.nextDouble() < share;
    }

    private SourcePointer source() {
        return new SourcePointer(ITEM, "scene.json", records++, 1);
    }
}
