package suluh.app;

import picocli.CommandLine;
import suluh.app.cli.Doorstep;
import suluh.app.cli.SuluhCommand;

/** The program: wires the command line, which opens everything else as a command needs it. */
public final class Suluh {
    private Suluh() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with all commands. */
    public static CommandLine commandLine() {
        return Doorstep.guard(new CommandLine(new SuluhCommand()));
    }
}
