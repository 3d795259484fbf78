package suluh.exports.synth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * People outside the group who handed in the exports of their accounts, with siblings, namesakes and copyists among them.
 *
 * <p>They write nothing: their exports hold what an account states of itself, so that the number of messages stays what was
 * asked for. Some have a profile picture. Numbers lie in the block of {@link Cast}, above those of the members.
 */
final class Outsiders {
    private static final int PEOPLE_OF_SEVERAL_ACCOUNTS = 40;
    private static final int PEOPLE_OF_ONE_ACCOUNT = 40;
    private static final int COMMON_NAMES = 5;
    private static final double SAME_PHONE = 0.8;
    private static final double SAME_EMAIL = 0.8;
    private static final double SAME_USERNAME = 0.5;
    private static final double SIBLING_HAS_THE_NUMBER = 0.5;
    private static final double THIRD_ACCOUNT = 0.4;
    private static final double HAS_PICTURE = 0.6;
    private static final double OWN_PICTURE = 0.7;
    private static final double SAVED_AGAIN = 0.3;
    private static final int FIRST_PHONE = 8_000;
    /** A multiple of the addresses, so that the rest of an id is the household that its address follows. */
    private static final long FIRST_TELEGRAM_ID = 7_950_000_000L;

    private static final int ADDRESSES = 250;

    /**
     * Two people who look like one.
     *
     * @param value what they have in common
     */
    record Trap(String kind, String value, List<String> actors) {}

    private record Person(String id, int household, String name, String username, String phone, String email) {}

    private final Map<String, Persona> personas = new LinkedHashMap<>();
    private final List<Export> exports = new ArrayList<>();
    private final List<Trap> traps = new ArrayList<>();
    private final Map<Persona, ProfilePicture> pictures = new HashMap<>();
    private final List<String> commonNames = new ArrayList<>();
    private final long seed;
    private final Draw draw;
    /** Its own stream, so that names and numbers are the same with pictures and without. */
    private final Draw looks;

    private final NameMaker namer;
    private final Noise noise;
    private int people;
    private int phones;

    Outsiders(long seed, Noise noise) {
        this.seed = seed;
        this.draw = new Draw(seed);
        this.looks = new Draw(Draw.at(seed, 0x100C));
        this.namer = new NameMaker(draw);
        this.noise = noise;
        if (noise == Noise.NONE) {
            return;
        }
        for (int i = 0; i < COMMON_NAMES; i++) {
            commonNames.add(namer.next());
        }
        for (int i = 0; i < PEOPLE_OF_SEVERAL_ACCOUNTS; i++) {
            addWithSeveralAccounts(person(people));
        }
        for (int i = 0; i < PEOPLE_OF_ONE_ACCOUNT; i++) {
            Person person = person(people);
            add(person, person.name(), person.username(), happens(0.5));
        }
    }

    /** Their accounts by key. */
    Map<String, Persona> personas() {
        return personas;
    }

    List<Export> exports() {
        return exports;
    }

    List<Trap> traps() {
        return traps;
    }

    /** The profile picture of an account, when it has one. */
    Optional<ProfilePicture> pictureOf(Persona persona) {
        return Optional.ofNullable(pictures.get(persona));
    }

    private void addWithSeveralAccounts(Person person) {
        Persona first = add(person, person.name(), person.username(), true);
        Persona second = addAnother(person, false);
        if (happens(THIRD_ACCOUNT)) {
            addAnother(person, true);
        }
        if (happens(noise.siblings())) {
            addSibling(person, second.phone());
        }
        if (happens(noise.copies())) {
            addCopyist(first);
        }
    }

    /** Another account, perhaps under another name, number, mailbox and account name. */
    private Persona addAnother(Person person, boolean onFacebook) {
        String name = happens(noise.otherNames())
                ? namer.next()
                : happens(noise.typos()) ? mistyped(person.name()) : person.name();
        boolean keeps = !onFacebook && happens(SAME_USERNAME);
        String username = keeps ? person.username() : username(name, people) + "_" + personas.size();
        Person shown = new Person(
                person.id(),
                person.household(),
                name,
                username,
                happens(SAME_PHONE) ? person.phone() : phone(),
                happens(SAME_EMAIL) ? person.email() : "new." + person.email());
        return add(shown, name, username, onFacebook);
    }

    /** Another child of the house: its address, perhaps its number; own given name, mailbox and account name. */
    private void addSibling(Person of, String phone) {
        Person own = person(of.household());
        String family = of.name().substring(of.name().lastIndexOf(' ') + 1);
        String name = own.name().substring(0, own.name().lastIndexOf(' ') + 1) + family;
        boolean sharesNumber = happens(SIBLING_HAS_THE_NUMBER);
        Person sibling = new Person(
                own.id(),
                of.household(),
                name,
                username(name, people),
                sharesNumber ? phone : own.phone(),
                Cast.slug(name) + people + "@example.net");
        add(sibling, name, sibling.username(), happens(0.5));
        if (sharesNumber) {
            traps.add(new Trap("shared-family-number", phone, List.of(of.id(), own.id())));
        }
    }

    private void addCopyist(Persona of) {
        Person own = person(people);
        Person copyist = new Person(
                own.id(),
                own.household(),
                of.facebookName(),
                of.username().replace("synth_", "synth."),
                own.phone(),
                own.email());
        Persona added = add(copyist, copyist.name(), copyist.username(), happens(0.5));
        pictureOf(of).ifPresent(picture -> pictures.put(added, picture));
        traps.add(new Trap("copied-name", copyist.name(), List.of(of.id(), own.id())));
    }

    private Person person(int household) {
        String name = happens(noise.commonNames()) ? commonNames.get(draw.below(COMMON_NAMES)) : namer.next();
        people++;
        String id = "outsider-" + people;
        String email = Cast.slug(name) + "." + people + "@example.org";
        return new Person(id, household, name, username(name, people), phone(), email);
    }

    private Persona add(Person person, String name, String username, boolean onFacebook) {
        int number = personas.size();
        Persona persona = new Persona(
                person.id(),
                Persona.Role.OUTSIDER,
                name,
                name,
                FIRST_TELEGRAM_ID + (long) number * ADDRESSES + person.household() % ADDRESSES,
                "",
                person.phone(),
                person.email(),
                username,
                "");
        personas.put(person.id() + "/" + number, persona);
        giveLooks(persona);
        exports.add(
                onFacebook
                        ? new Export.FacebookAccount(
                                persona, ProbeDraft.ROOT + "facebook-" + username, false, List.of(), 0)
                        : new Export.TelegramAccount(persona, ProbeDraft.telegramPath(persona), List.of(), List.of()));
        return persona;
    }

    /** Most people with a picture show their own on each account, sometimes saved again. */
    private void giveLooks(Persona persona) {
        boolean hasPicture = happens(looks, HAS_PICTURE);
        boolean isOwn = happens(looks, OWN_PICTURE);
        int edition = happens(looks, SAVED_AGAIN) ? 1 : 0;
        long other = looks.next();
        if (hasPicture) {
            long own = Draw.at(seed, persona.id().hashCode());
            pictures.put(persona, new ProfilePicture(isOwn ? own : other, edition));
        }
    }

    private String phone() {
        return Cast.phone(FIRST_PHONE + phones++);
    }

    private static String username(String name, int number) {
        return String.format(Locale.ROOT, "synth_%s_o%d", Cast.slug(name), number);
    }

    /** Two neighbouring letters exchanged. */
    private String mistyped(String name) {
        int at = 1 + draw.below(name.length() - 2);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private boolean happens(double share) {
        return happens(draw, share);
    }

    private static boolean happens(Draw draw, double share) {
        return (double) (draw.next() >>> 11) * 0x1p-53 < share;
    }
}
