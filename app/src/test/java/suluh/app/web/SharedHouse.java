package suluh.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;
import suluh.core.casework.Role;

/**
 * Gives tests one house for the whole run, with a case that has been through the flow; it is made when first asked for.
 *
 * <p>Whoever takes it may add to it, and leaves it so that every page still has what it shows: a case of
 * {@value #MESSAGES} messages, an inbox, and the people {@code demo}, {@code admin}, {@code auditor} and {@code second}.
 */
final class SharedHouse implements ParameterResolver {
    private static final long MESSAGES = 3_000;
    private static final Namespace RUN = Namespace.create(SharedHouse.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserHouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store of the root closes what it holds, the newest first, when the last test of the run is over.
        Store run = context.getRoot().getStore(RUN);
        Path folder = run.computeIfAbsent(Folder.class, key -> Folder.make(), Folder.class)
                .path();
        return run.computeIfAbsent(BrowserHouse.class, key -> make(folder), BrowserHouse.class);
    }

    /** A folder that goes with the run. */
    private record Folder(Path path) implements AutoCloseable {
        static Folder make() {
            try {
                return new Folder(Files.createTempDirectory("suluh-browser"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(path);
        }
    }

    private static BrowserHouse make(Path folder) {
        try {
            House house = SmallHouse.openWithRunningClock(folder.resolve("data"));
            SmallHouse.person(
                    house, "mcmc", "admin", Set.of(Role.ADMINISTRATOR), BrowserHouse.PASSWORD, Passwords::hash);
            SmallHouse.person(house, "mcmc", "auditor", Set.of(Role.AUDITOR), BrowserHouse.PASSWORD, Passwords::hash);
            SmallHouse.person(house, "d11", "second", Set.of(Role.SUPERVISOR), BrowserHouse.PASSWORD, Passwords::hash);
            return BrowserHouse.demo(house, SmallHouse.synthetic(folder.resolve("synth"), MESSAGES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }
}
