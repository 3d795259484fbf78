package suluh.exports.synth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import suluh.exports.synth.Persona.Role;

/** The synthetic people: those the probe is about, and the 6,100 members of the group. */
final class Cast {
    /** Members of the group, as in the case that the workbench was made for. */
    static final int GROUP_MEMBERS = 6_100;

    /** First number that Telegram ids are made from; the ids are invented and need not be free on the real service. */
    private static final long FIRST_TELEGRAM_ID = 7_900_000_000L;

    private static final int FIRST_MEMBER_PHONE = 1_000;
    private static final int CHILDREN = 8;

    private final Map<String, Persona> leading = new LinkedHashMap<>();
    private final List<Persona> members = new ArrayList<>(GROUP_MEMBERS);
    private final Set<String> usedNames = new HashSet<>();
    private final Draw draw;
    private final NameMaker namer;
    private final Outsiders outsiders;
    private int nextPhone = 1;

    Cast(long seed, Noise noise) {
        draw = new Draw(Draw.at(seed, 0xCA57));
        namer = new NameMaker(draw);
        String north = invite();
        String south = invite();
        String east = invite();
        add("admin-1", Role.ADMINISTRATOR, north);
        add("admin-2", Role.ADMINISTRATOR, south);
        add("recruiter-1", Role.RECRUITER, north);
        addSecondAccount("recruiter-1", "recruiter-1b");
        add("recruiter-2", Role.RECRUITER, east);
        add("seller-1", Role.ACCESS_SELLER, south);
        add("seller-2", Role.ACCESS_SELLER, east);
        add("broker-1", Role.BROKER, north);
        add("broker-2", Role.BROKER, south);
        add("reporter-1", Role.REPORTER, "");
        add("reporter-2", Role.REPORTER, "");
        add("member-1", Role.MEMBER, "");
        add("member-2", Role.MEMBER, "");
        members.addAll(leading.values());
        for (int i = 1; i <= CHILDREN; i++) {
            add("child-" + i, Role.CHILD, "");
        }
        shareDevice("child-1", "child-2");
        addNamesake("namesake-1", "recruiter-2");
        addNamesake("namesake-2", "admin-2");
        while (members.size() < GROUP_MEMBERS) {
            members.add(ordinaryMember(members.size()));
        }
        outsiders = new Outsiders(Draw.at(seed, 0x0075), noise);
        leading.putAll(outsiders.personas());
    }

    /** A leading persona by its key: an actor id, or {@code recruiter-1b} for the second account of recruiter-1. */
    Persona of(String key) {
        return Objects.requireNonNull(leading.get(key), key);
    }

    /** Leading personas by key, in a fixed order. */
    Map<String, Persona> leading() {
        return leading;
    }

    /** The 6,100 members of the group, leading accounts first; no two share a display name. */
    List<Persona> members() {
        return members;
    }

    /** People whose accounts are hard to tell apart; nobody without noise. */
    Outsiders outsiders() {
        return outsiders;
    }

    Persona child(int number) {
        return of("child-" + (Math.floorMod(number, CHILDREN) + 1));
    }

    private void add(String id, Role role, String invite) {
        String name = freshName();
        String telegramName = role.promotes() || role == Role.BROKER ? firstWord(name) + " " + id.charAt(0) : name;
        String username = "synth_" + slug(name) + "_" + nextPhone;
        leading.put(
                id,
                new Persona(
                        id,
                        role,
                        name,
                        telegramName,
                        telegramId(nextPhone),
                        role == Role.CHILD || role == Role.REPORTER ? name : "",
                        phone(nextPhone),
                        slug(name) + nextPhone + "@example.org",
                        username,
                        invite));
        nextPhone++;
    }

    /** Another account under another name and number, with the e-mail address of the first. */
    private void addSecondAccount(String id, String key) {
        Persona first = of(id);
        String name = freshName();
        leading.put(
                key,
                new Persona(
                        id,
                        first.role(),
                        name,
                        name,
                        telegramId(nextPhone),
                        "",
                        phone(nextPhone),
                        first.email(),
                        "synth_" + slug(name) + "_" + nextPhone,
                        first.invite()));
        nextPhone++;
    }

    private void shareDevice(String owner, String sibling) {
        Persona other = of(sibling);
        leading.put(
                sibling,
                new Persona(
                        other.id(),
                        other.role(),
                        other.facebookName(),
                        other.telegramName(),
                        other.telegramId(),
                        other.whatsappName(),
                        of(owner).phone(),
                        other.email(),
                        other.username(),
                        other.invite()));
    }

    private void addNamesake(String id, String of) {
        Persona other = of(of);
        leading.put(
                id,
                new Persona(
                        id,
                        Role.MEMBER,
                        other.facebookName(),
                        other.telegramName(),
                        telegramId(nextPhone),
                        "",
                        phone(nextPhone),
                        "namesake" + nextPhone + "@example.net",
                        "synth_namesake_" + nextPhone,
                        ""));
        nextPhone++;
    }

    private Persona ordinaryMember(int position) {
        String name = freshName();
        int number = FIRST_MEMBER_PHONE + position;
        return new Persona(
                "group-member-" + position,
                Role.MEMBER,
                name,
                name,
                telegramId(number),
                position % 3 == 0 ? name : "",
                phone(number),
                slug(name) + number + "@example.com",
                "synth_" + slug(name) + "_" + number,
                "");
    }

    /** Numbers lie in +60 15-5555 0000 to 9999, a block that this project uses for fiction. */
    static String phone(int number) {
        return "+60155555" + String.format(Locale.ROOT, "%04d", number);
    }

    private static long telegramId(int number) {
        return FIRST_TELEGRAM_ID + number * 137L;
    }

    private String invite() {
        StringBuilder code = new StringBuilder("https://t.me/+SYNTH");
        for (int i = 0; i < 8; i++) {
            code.append((char) ('A' + draw.below(26)));
        }
        return code.toString();
    }

    private String freshName() {
        String name = namer.next();
        while (!usedNames.add(name)) {
            name = namer.next();
        }
        return name;
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    /** Lower-case ASCII letters of a name, as platforms form folder and account names. */
    static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z') {
                slug.append(c);
            }
        }
        return slug.toString();
    }
}
