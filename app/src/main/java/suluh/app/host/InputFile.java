package suluh.app.host;

import java.nio.file.Path;

/**
 * A file as it was handed in.
 *
 * @param path where it lies
 * @param name name under which it is received: relative to what was handed in, {@code /} as separator
 */
public record InputFile(Path path, String name) {}
