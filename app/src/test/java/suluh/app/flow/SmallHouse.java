package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.AddPerson.NewPerson;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProbeInput.Probed;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.app.store.TestDatabase;
import suluh.core.casework.Act;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.network.NetworkBuilder;
import suluh.exports.synth.SyntheticProbe;

/** An installation in a temporary folder, with the real database and vault. */
public final class SmallHouse {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    private SmallHouse() {}

    public static House open(Path folder) throws IOException, InputException {
        return open(folder, CLOCK);
    }

    /** The same by this clock. */
    public static House open(Path folder, Clock clock) throws IOException, InputException {
        return House.open(folder, clock, TestDatabase.laid(folder));
    }

    /** The same with a clock that goes on from that instant, where the order of what is done matters. */
    public static House openWithRunningClock(Path folder) throws IOException, InputException {
        Instant start = Instant.now();
        Clock running = clock(() -> CLOCK.instant().plus(Duration.between(start, Instant.now())));
        return open(folder, running);
    }

    /** A synthetic probe below this folder; gives the folder of its exports. */
    public static Path synthetic(Path folder, long messages) throws IOException {
        SyntheticProbe.write(7, messages, path -> {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            return new BufferedOutputStream(Files.newOutputStream(file));
        });
        return folder.resolve("exports");
    }

    static Probed probe(House house, Path input, @Nullable Path bundle) throws IOException, InputException {
        var opened = new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B");
        return done(new ProbeInput(house).run(opened, InputFiles.below(List.of(input)), null, bundle, Progress.SILENT));
    }

    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }

    /** A case that this person opens, with this map and no ties behind it; gives the case's number. */
    public static String caseWithMap(House house, String login, byte[] map) {
        Acting acting =
                new Acting("d11", house.people().byLogin(login).orElseThrow().id());
        OpenedCase opened = done(new OpenCase(house).run(acting, "MY-792-12", "MY-593-116B"));
        house.maps().add(opened.id(), CLOCK.instant(), map, new NetworkBuilder().build());
        return opened.number();
    }

    /** A clock that says what the test says. */
    public static Clock clock(InstantSource source) {
        return new SetClock(source);
    }

    /** Lets another supervisor approve this act; both are members; gives the approval's id. */
    static String approve(House house, OpenedCase opened, Act act, String subject) {
        String login = "second-" + opened.number();
        if (house.people().byLogin(login).isEmpty()) {
            person(house, "d11", login, Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
            done(new JoinCase(house).byLogin(opened, login, Role.SUPERVISOR));
        }
        Acting second =
                new Acting("d11", house.people().byLogin(login).orElseThrow().id());
        String id = done(new ApproveAct(house).ask(opened, act, subject, "a test"));
        done(new ApproveAct(house)
                .decide(done(house.access().inCase(second, opened.number(), Act.VIEW_CASE)), id, true));
        return id;
    }

    /** A person with these roles who may sign in with {@code password}; gives who acts. */
    public static Acting person(
            House house, String agency, String login, Set<Role> roles, String password, UnaryOperator<String> hash) {
        NewPerson person = new NewPerson(agency, login, "Officer " + login, roles);
        return new Acting(agency, done(new AddPerson(house, hash).run(Acting.operator(agency), person, password)));
    }

    /** Loads one person and one synthetic case; gives the case's number. */
    public static String demo(House house, Path input, String password, UnaryOperator<String> hash)
            throws IOException, InputException {
        return done(
                new DemoCase(house, hash).load("demo", password, InputFiles.below(List.of(input)), Progress.SILENT));
    }

    /** A clock that says what the test says. */
    private static final class SetClock extends Clock {
        private final InstantSource source;

        SetClock(InstantSource source) {
            this.source = source;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    }

    /** Reads and analyses what is there, as the background does. */
    static void work(House house, OpenedCase opened) {
        AskForWork ask = new AskForWork(house);
        String id = done(ask.ask(opened, ""));
        try (RunWork running = new RunWork(house)) {
            running.runNext();
        }
        assertThat(done(ask.one(opened, id)))
                .satisfies(line -> assertThat(line.state()).as(line.reason()).isEqualTo("done"));
    }
}
