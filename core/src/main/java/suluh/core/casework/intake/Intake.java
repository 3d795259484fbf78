package suluh.core.casework.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetReader;
import suluh.core.kernel.Outcome;

/** Reads a file of complaints by its name's ending: {@code .csv}, {@code .eml} or {@code .json}. */
public final class Intake {
    /** A mail with pictures may be large; its pictures are not taken. */
    public static final int MAX_SIZE_BYTES = 50 << 20;

    private Intake() {}

    /** What the file says, or why it could not be read at all. */
    public static Outcome<IntakeReading> read(String fileName, byte[] bytes, TargetReader targets) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (bytes.length > MAX_SIZE_BYTES) {
            return refused("it has " + bytes.length + " bytes; the most is " + MAX_SIZE_BYTES);
        }
        try {
            if (name.endsWith(".csv")) {
                return Outcome.done(new CsvIntake(targets).read(bytes));
            }
            if (name.endsWith(".eml")) {
                return Outcome.done(new MailIntake(targets).read(bytes));
            }
            if (name.endsWith(".json")) {
                return Outcome.done(new XPostIntake(targets).read(bytes));
            }
        } catch (JsonSyntaxException e) {
            return refused("it is no JSON: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
        return refused("its name ends in none of .csv, .eml and .json");
    }

    private static Outcome<IntakeReading> refused(String why) {
        return Outcome.refused(
                CaseworkCode.INTAKE_UNREADABLE, "The file could not be read as complaints: " + why + ".");
    }

    /** Each target once, in the order met, up to the limit of a complaint. */
    static List<Target> distinct(List<Target> targets) {
        Map<String, Target> once = new LinkedHashMap<>();
        targets.forEach(target -> once.putIfAbsent(target.key(), target));
        return once.values().stream().limit(TargetReader.MAX_TARGETS).toList();
    }
}
