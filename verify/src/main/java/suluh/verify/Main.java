package suluh.verify;

import java.util.List;

/** Entry of suluh-verify.jar. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(VerifyCommand.run(List.of(args), System.out, System.err));
    }
}
