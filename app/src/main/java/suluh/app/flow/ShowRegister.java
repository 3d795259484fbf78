package suluh.app.flow;

import java.time.LocalDate;
import suluh.core.casework.Act;
import suluh.core.casework.Register;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

/** Shows the register that this house works under: what it rests on, and which entries nobody has verified. */
public final class ShowRegister {
    private final House house;

    public ShowRegister(House house) {
        this.house = house;
    }

    /**
     * The register of today.
     *
     * @param digest of its text; entries of cases name it
     * @param today day by which authorities are in force or not
     */
    public record RegisterView(Register register, Sha256Digest digest, LocalDate today) {}

    /** The register, for anyone who acts. */
    public Outcome<RegisterView> run(Acting acting) {
        LocalDate today = house.today();
        return house.access()
                .inHouse(acting, Act.SEE_REGISTERS)
                .then(allowed -> Outcome.done(new RegisterView(house.register(), house.registerDigest(), today)));
    }
}
