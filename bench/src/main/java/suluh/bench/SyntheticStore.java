package suluh.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import suluh.app.flow.Acting;
import suluh.app.flow.AddPerson;
import suluh.app.flow.AddPerson.NewPerson;
import suluh.app.flow.DemoCase;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.Progress;
import suluh.app.flow.SignIn;
import suluh.app.flow.SignIn.Account;
import suluh.app.flow.ViewCase;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.app.web.Passwords;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.exports.synth.SyntheticProbe;

/**
 * A house with one case of synthetic messages and officers who work on it, in a folder that is filled once and kept, or
 * deleted at the end. About 2.5 GB for each million messages.
 */
final class SyntheticStore implements AutoCloseable {
    static final int OFFICERS = 20;
    static final String PASSWORD = "twenty people at work";
    private static final String SUPERVISOR = "supervisor";

    private final Path folder;
    private final boolean isKept;
    private final House house;

    private SyntheticStore(Path folder, boolean isKept, House house) {
        this.folder = folder;
        this.isKept = isKept;
        this.house = house;
    }

    /** The store in this folder, or in one of its own that is deleted on closing. */
    static SyntheticStore in(Optional<Path> kept) throws IOException {
        Path folder =
                kept.isPresent() ? Files.createDirectories(kept.get()) : Files.createTempDirectory("suluh-bench-store");
        Files.createDirectories(folder.resolve("data"));
        try {
            return new SyntheticStore(
                    folder, kept.isPresent(), House.open(folder.resolve("data"), Clock.systemUTC(), Map.of()));
        } catch (InputException e) {
            throw new IOException(e);
        }
    }

    House house() {
        return house;
    }

    /** True when the case has been read and analysed before. */
    boolean isFilled() {
        return new DemoCase(house, Passwords::hash).isLoaded(SUPERVISOR);
    }

    /** Reads and analyses so many messages, and lets the officers in. */
    void fill(long messages, Progress progress) throws IOException {
        Path input = folder.resolve("input");
        SyntheticProbe.write(1, messages, path -> {
            Path file = input.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            return new BufferedOutputStream(Files.newOutputStream(file));
        });
        try {
            done(new DemoCase(house, Passwords::hash)
                    .load(SUPERVISOR, PASSWORD, InputFiles.below(List.of(input.resolve("exports"))), progress));
        } catch (InputException e) {
            throw new IOException(e);
        }
        progress.step("Letting officers in", OFFICERS);
        Child.deleteTree(input);
        OpenedCase opened = opened();
        String agency = opened.acting().agency();
        for (int i = 0; i < OFFICERS; i++) {
            NewPerson person = new NewPerson(agency, officer(i), "Officer " + i, Set.of(Role.ANALYST));
            done(new AddPerson(house, Passwords::hash).run(Acting.operator(agency), person, PASSWORD));
            done(new JoinCase(house).byLogin(opened, officer(i), Role.ANALYST));
        }
    }

    /** Name that an officer signs in by. */
    static String officer(int number) {
        return "officer-" + number;
    }

    /** The case, opened by its supervisor. */
    OpenedCase opened() {
        Account supervisor = new SignIn(house).find(SUPERVISOR).orElseThrow();
        Acting acting = new Acting(supervisor.agency(), supervisor.personId());
        String number = done(new ViewCase(house).cases(acting)).getFirst().number();
        return done(new ViewCase(house).find(acting, number)).opened();
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                throw new IllegalStateException(refused.refusal().message());
        };
    }

    @Override
    public void close() throws IOException {
        house.close();
        if (!isKept) {
            Child.deleteTree(folder);
        }
    }
}
