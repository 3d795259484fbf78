package suluh.core.casework.intake;

import java.util.List;
import suluh.core.casework.complaint.Channel;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetReader;
import suluh.core.kernel.Outcome;
import suluh.core.observation.ContactPoints;

/** Reads one mail as one complaint: subject and text; the sender is the reporter, attachments are left aside. */
final class MailIntake {
    private final TargetReader targets;

    MailIntake(TargetReader targets) {
        this.targets = targets;
    }

    IntakeReading read(byte[] bytes) {
        MailMessage mail = MailMessage.parse(bytes);
        String words = (mail.subject().isBlank() ? "" : mail.subject() + "\n\n") + mail.text();
        String sender = mail.senderAddress();
        List<Target> named = targets.readAll(words).stream()
                .filter(target -> !target.normalised().equals(ContactPoints.email(sender)))
                .toList();
        boolean isCut = words.length() > Complaint.MAX_WORDS_CHARS;
        Complaint complaint = new Complaint(
                "en",
                Concern.OTHER,
                isCut ? words.substring(0, Complaint.MAX_WORDS_CHARS) : words,
                mail.date(),
                false,
                false,
                sender,
                Intake.distinct(named));
        List<String> notes = notes(mail, isCut);
        return switch (complaint.checked()) {
            case Outcome.Done<Complaint> done ->
                new IntakeReading(
                        Channel.MAIL,
                        List.of(new IntakeRecord("mail", done.value(), sender, mail.date())),
                        List.of(),
                        notes);
            case Outcome.Refused<Complaint> refused ->
                new IntakeReading(
                        Channel.MAIL,
                        List.of(),
                        List.of("mail: " + refused.refusal().message()),
                        notes);
        };
    }

    private static List<String> notes(MailMessage mail, boolean isCut) {
        List<String> notes = new java.util.ArrayList<>();
        if (mail.attachments() > 0) {
            notes.add(
                    mail.attachments() + " attachments were not taken: a complaint holds no pictures. Seal the mail as "
                            + "evidence of a case when they matter.");
        }
        if (isCut) {
            notes.add("Only the first " + Complaint.MAX_WORDS_CHARS + " characters were taken.");
        }
        return notes;
    }
}
