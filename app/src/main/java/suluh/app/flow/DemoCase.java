package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import suluh.app.flow.AddPerson.NewPerson;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProbeInput.Probed;
import suluh.app.host.InputFiles;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;

/** Fills an empty installation with one person, an inbox of complaints and one case that has been through the flow. */
public final class DemoCase {
    private static final String AGENCY = "d11";
    private static final String OFFENCE = "MY-792-12";
    private static final String AUTHORITY = "MY-593-116B";

    /** Every role that works on cases, so that one sign-in shows all that a member can see. */
    private static final Set<Role> CASE_ROLES = EnumSet.complementOf(EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR));

    private final House house;
    private final UnaryOperator<String> passwordHash;

    /** @param passwordHash Argon2id in its standard text form */
    public DemoCase(House house, UnaryOperator<String> passwordHash) {
        this.house = house;
        this.passwordHash = passwordHash;
    }

    /** True when the person is there and has a case with findings. */
    public boolean isLoaded(String login) {
        return house.people()
                .byLogin(login)
                .map(person -> !house.cases().casesOf(person.id()).isEmpty())
                .orElse(false);
    }

    /** Adds the person, takes the input through the flow and makes the person a member; gives the case's number. */
    public Outcome<String> load(String login, String password, InputFiles input, Progress progress) {
        Outcome<String> person = house.people().byLogin(login).isPresent()
                ? Outcome.done(house.people().byLogin(login).orElseThrow().id())
                : new AddPerson(house, passwordHash)
                        .run(
                                Acting.operator(AGENCY),
                                new NewPerson(AGENCY, login, "Demonstration", CASE_ROLES),
                                password);
        if (!(person instanceof Outcome.Done<String> added)) {
            return person;
        }
        Acting acting = new Acting(AGENCY, added.value());
        Outcome<OpenedCase> opened = new ReceiveComplaint(house)
                .importFile(acting, "complaints.csv", complaints())
                .then(imported -> new OpenCase(house).run(acting, OFFENCE, AUTHORITY));
        Outcome<Probed> probed =
                new ProbeInput(house).run(opened, input, ZoneId.of("Asia/Kuala_Lumpur"), null, progress);
        return probed.then(done -> {
            house.ledger().integrate();
            return Outcome.done(done.opened().number());
        });
    }

    /** Synthetic complaints for the inbox; reserved names and numbers only. */
    private static byte[] complaints() {
        try (InputStream in = DemoCase.class.getResourceAsStream("/demo/complaints.csv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its demonstration; build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
