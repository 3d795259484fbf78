package suluh.core.casework.intake;

import suluh.core.casework.complaint.Complaint;

/**
 * One complaint out of a file.
 *
 * @param where record of the file, for messages and entries: {@code line 7}
 * @param complaint what it says
 * @param reporter what tells its reporter from others, such as an account's id; empty when nothing does
 * @param writtenAt when it was written, as the file says; may be empty
 */
public record IntakeRecord(String where, Complaint complaint, String reporter, String writtenAt) {}
