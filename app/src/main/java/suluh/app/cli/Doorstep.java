package suluh.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import suluh.app.host.ToldInOneSentence;

/** The one place where whatever goes wrong in a command becomes one sentence and an exit code. */
public final class Doorstep {
    private Doorstep() {}

    /** Lets no stack trace reach a person, except on request by {@code SULUH_TRACE=1}. */
    public static CommandLine guard(CommandLine line) {
        return line.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command))
                .setParameterExceptionHandler((wrong, args) -> {
                    PrintWriter err = wrong.getCommandLine().getErr();
                    err.println(wrong.getMessage());
                    err.println("Try: suluh " + commandPath(wrong.getCommandLine()) + "--help");
                    return ExitCode.FAILED;
                });
    }

    private static String commandPath(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }

    private static int tell(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        boolean expected = failure instanceof ToldInOneSentence;
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        err.println(expected ? message : "Suluh could not go on: " + message + " (SULUH_TRACE=1 shows where)");
        if ("1".equals(System.getenv("SULUH_TRACE"))) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.FAILED;
    }
}
