package suluh.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import suluh.app.host.FullDisk;
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
        return line.getParent() == null ? "" : commandPath(line.getParent()) + line.getCommandName() + " ";
    }

    private static int tell(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println(sentence(failure));
        if ("1".equals(System.getenv("SULUH_TRACE"))) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.FAILED;
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (FullDisk.isBehind(failure)) {
            return "The disk is full: " + message + ". What was sealed stays sealed; free room and run this again.";
        }
        return failure instanceof ToldInOneSentence
                ? message
                : "Suluh could not go on: " + message + " (SULUH_TRACE=1 shows where)";
    }
}
