package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.Acting;
import suluh.app.flow.ApproveAct;
import suluh.app.flow.AssembleBundle.Vouched;
import suluh.app.flow.HoldBack;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PlanDisclosure;
import suluh.app.flow.PlanDisclosure.Wish;
import suluh.app.flow.ReleaseDisclosure;
import suluh.app.flow.SecondFactor;
import suluh.app.flow.SignIn;
import suluh.app.flow.SignIn.Account;
import suluh.app.flow.ViewCase;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.web.Passwords;
import suluh.core.casework.Role;
import suluh.core.disclosure.redaction.RedactionKind;
import suluh.core.disclosure.selection.DisclosurePlan;
import suluh.core.disclosure.selection.ExclusionReason;
import suluh.core.disclosure.selection.HiddenWord;
import suluh.core.disclosure.selection.Selection;
import suluh.core.kernel.Outcome;

/** {@code suluh disclose}: plans, lets go and writes what goes out of a case. */
@Command(
        name = "disclose",
        mixinStandardHelpOptions = true,
        description = "Two bundles of a case for prosecutor, defence and court: one full, one redacted.")
final class DiscloseCommand {
    private interface Work {
        int run(House house) throws IOException;
    }

    private static int with(@Nullable Path data, Work work) throws IOException, InputException {
        try (House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv())) {
            return work.run(house);
        }
    }

    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            description = "Plans a disclosure, counts it, and asks a second person to let it go.")
    int plan(
            @Parameters(paramLabel = "CASE", description = "Number of the case.") String number,
            @Option(names = "--purpose", required = true, paramLabel = "TEXT", description = "Why, and for whom.")
                    String purpose,
            @Option(
                            names = "--recipient",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "Who receives the bundles; without it whom the purpose names.")
                    String recipient,
            @Option(names = "--conversation", paramLabel = "KEY", description = "Conversation to take; repeatable.")
                    @Nullable
                    List<String> conversations,
            @Option(
                            names = "--account",
                            paramLabel = "KEY",
                            description = "Account whose conversations to take; repeatable.")
                    @Nullable
                    List<String> accounts,
            @Option(
                            names = "--from",
                            paramLabel = "INSTANT",
                            description = "First instant, such as 2026-01-01T00:00:00Z.")
                    @Nullable
                    String from,
            @Option(names = "--until", paramLabel = "INSTANT", description = "First instant after.") @Nullable
                    String until,
            @Option(names = "--subject", paramLabel = "KEY", description = "Account that stays readable; repeatable.")
                    @Nullable
                    List<String> subjects,
            @Option(
                            names = "--hide",
                            paramLabel = "KIND=TEXT",
                            description = "Further words to hide, such as \"place=Jalan Contoh\"; repeatable.")
                    @Nullable
                    List<String> words,
            @Option(names = "--agency", paramLabel = "ID", defaultValue = "d11", description = "Agency that acts.")
                    String agency,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        Selection selection = selection(orNone(conversations), orNone(accounts), from, until);
        Wish wish = new Wish(
                selection,
                new TreeSet<>(orNone(subjects)),
                orNone(words).stream().map(DiscloseCommand::word).toList(),
                purpose,
                recipient);
        return with(data, house -> {
            OpenedCase opened = open(house, agency, number);
            DisclosurePlan plan = value(new PlanDisclosure(house).plan(opened, wish));
            tell(plan);
            System.out.println("Approval asked: " + value(new PlanDisclosure(house).ask(opened, plan.id())));
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "A second person, who signs in here, lets what was asked for go; joins the case when needed.")
    int approve(
            @Parameters(paramLabel = "CASE", description = "Number of the case.") String number,
            @Parameters(paramLabel = "APPROVAL", description = "What plan printed: ap- and digits.") String approval,
            @Option(
                            names = "--person",
                            required = true,
                            paramLabel = "LOGIN",
                            description = "Sign-in name of the person.")
                    String login,
            @Option(names = "--passphrase-file", paramLabel = "FILE", description = "The password is its first line.")
                    @Nullable
                    Path passwordFile,
            @Option(
                            names = "--code",
                            paramLabel = "CODE",
                            defaultValue = "",
                            description = "One-time code, when set up.")
                    String code,
            @Option(names = "--agency", paramLabel = "ID", defaultValue = "d11", description = "Agency of the case.")
                    String agency,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        String password = Passphrase.known(passwordFile);
        return with(data, house -> {
            Account account = signedIn(house, login, password, code);
            Acting second = new Acting(account.agency(), account.personId());
            if (new ViewCase(house).find(second, number) instanceof Outcome.Refused<?>) {
                value(new JoinCase(house).byLogin(open(house, agency, number), login, Role.SUPERVISOR));
            }
            OpenedCase opened = value(new ViewCase(house).find(second, number)).opened();
            System.out.println(
                    value(new ApproveAct(house).decide(opened, approval, true)).state());
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Writes the two bundles of a plan that was approved: DIR/full and DIR/redacted.")
    int release(
            @Parameters(paramLabel = "CASE", description = "Number of the case.") String number,
            @Parameters(paramLabel = "PLAN", description = "What plan printed: dp- and digits.") String plan,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder; new or empty.")
                    Path out,
            @Option(names = "--agency", paramLabel = "ID", defaultValue = "d11", description = "Agency that acts.")
                    String agency,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        ProbeCommand.requireEmpty(out);
        return with(data, house -> {
            try (TerminalProgress progress = new TerminalProgress()) {
                Vouched vouched =
                        value(new ReleaseDisclosure(house).run(open(house, agency, number), plan, out, progress));
                progress.finish();
                ProbeCommand.tellVouched(vouched);
            }
            System.out.println("Full: " + out.resolve("full"));
            System.out.println("Redacted: " + out.resolve("redacted"));
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "mark",
            mixinStandardHelpOptions = true,
            description = "Keeps a conversation or an item out of every disclosure.")
    int mark(
            @Parameters(paramLabel = "CASE", description = "Number of the case.") String number,
            @Option(names = "--conversation", paramLabel = "KEY", description = "Conversation to keep out.") @Nullable
                    String conversation,
            @Option(names = "--item", paramLabel = "ID", description = "Item to keep out.") @Nullable String item,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "CODE",
                            description = "legal-privilege or non-disclosure.")
                    String reason,
            @Option(names = "--words", required = true, paramLabel = "TEXT", description = "Why.") String words,
            @Option(names = "--agency", paramLabel = "ID", defaultValue = "d11", description = "Agency that acts.")
                    String agency,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        ExclusionReason why = ExclusionReason.ofWire(reason)
                .orElseThrow(() -> new CommandFailure("No such reason; say legal-privilege or non-disclosure."));
        if ((conversation == null) == (item == null)) {
            throw new CommandFailure("Name one conversation or one item.");
        }
        return with(data, house -> {
            OpenedCase opened = open(house, agency, number);
            HoldBack hold = new HoldBack(house);
            value(
                    item != null
                            ? hold.item(opened, item, why, words)
                            : hold.conversation(opened, String.valueOf(conversation), why, words));
            value(hold.marks(opened))
                    .forEach(mark -> System.out.println(mark.sequence() + " " + mark.kind() + " " + mark.subject() + " "
                            + mark.reason().wire()));
            return ExitCode.DONE;
        });
    }

    @Command(name = "lift", mixinStandardHelpOptions = true, description = "Takes a mark back.")
    int lift(
            @Parameters(paramLabel = "CASE", description = "Number of the case.") String number,
            @Parameters(paramLabel = "MARK", description = "Number of the mark.") long mark,
            @Option(names = "--agency", paramLabel = "ID", defaultValue = "d11", description = "Agency that acts.")
                    String agency,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        return with(data, house -> {
            value(new HoldBack(house).lift(open(house, agency, number), mark));
            return ExitCode.DONE;
        });
    }

    private static Account signedIn(House house, String login, String password, String code) {
        Account account = new SignIn(house).find(login).orElse(null);
        boolean isRight = account != null && Passwords.matches(password, account.passwordHash());
        SecondFactor factor = new SecondFactor(house);
        if (account == null
                || !isRight
                || (factor.isAsked(account.personId()) && !factor.accepts(account.personId(), code))) {
            throw new CommandFailure("Not signed in: name, password or code is wrong.");
        }
        new SignIn(house).signedIn(account, SignIn.Way.PASSWORD);
        return account;
    }

    private static void tell(DisclosurePlan plan) {
        System.out.println("Plan " + plan.id() + " of " + plan.caseNumber());
        for (Map.Entry<String, Long> figure : plan.figures().entrySet()) {
            System.out.printf(Locale.ROOT, "  %-32s %,12d%n", figure.getKey(), figure.getValue());
        }
        plan.exclusions()
                .forEach(exclusion -> System.out.println("Stays out: " + exclusion.kind() + " " + exclusion.key() + ", "
                        + exclusion.reason().wire() + ", " + exclusion.messages() + " messages"));
    }

    private static Selection selection(
            List<String> conversations, List<String> accounts, @Nullable String from, @Nullable String until) {
        try {
            return new Selection(
                    new TreeSet<>(conversations),
                    new TreeSet<>(accounts),
                    from == null ? null : Instant.parse(from),
                    until == null ? null : Instant.parse(until));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new CommandFailure("The time cannot be read: " + e.getMessage() + ".");
        }
    }

    private static HiddenWord word(String option) {
        int equals = option.indexOf('=');
        RedactionKind kind = RedactionKind.ofWire(option.substring(0, Math.max(equals, 0)))
                .orElseThrow(() -> new CommandFailure("Say what the word is: child=…, person=…, place=… or word=…"));
        try {
            return new HiddenWord(kind, option.substring(equals + 1));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("The word cannot be hidden: " + e.getMessage() + ".");
        }
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    private static OpenedCase open(House house, String agency, String number) {
        return value(new ViewCase(house).find(Acting.operator(agency), number)).opened();
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                throw new CommandFailure(refused.refusal().message());
        };
    }
}
