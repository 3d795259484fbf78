package suluh.core.casework.intake;

import java.util.List;
import suluh.core.casework.complaint.Channel;

/**
 * What a file of complaints was read into; records seen are those read and those at fault.
 *
 * @param channel kind of file
 * @param records complaints, in the order of the file
 * @param faults one sentence for each record that could not be read, naming it
 * @param notes what was left aside and does not keep a record from being read, such as attachments
 */
public record IntakeReading(Channel channel, List<IntakeRecord> records, List<String> faults, List<String> notes) {
    /** Records of one file; larger lists are split, so that a person can still look at what came of each. */
    public static final int MAX_RECORDS = 20_000;

    public IntakeReading {
        records = List.copyOf(records);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }
}
