package suluh.app.flow;

import java.util.ArrayList;
import java.util.List;
import suluh.app.store.ObservationStore;
import suluh.app.store.StoredMessage;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.Band;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;

/** Streams the messages of a case through the assessor, one conversation after the other. */
final class AssessConversations {
    /**
     * A conversation above background.
     *
     * @param conversation its number in the case
     */
    record Assessed(int conversation, Assessment assessment) {}

    private final CaseMaterial material;
    private final Progress progress;
    private final CueMatcher.Reader reader = CueMatcher.standard().reader();
    private final CueWeights weights = CueWeights.standard();
    private final List<Assessed> found = new ArrayList<>();
    private ConversationAssessor assessor = new ConversationAssessor(weights);
    private int conversation;
    private long done;

    private AssessConversations(CaseMaterial material, Progress progress) {
        this.material = material;
        this.progress = progress;
    }

    /** Conversations above background, in the order of the case. */
    static List<Assessed> run(ObservationStore store, int caseId, CaseMaterial material, Progress progress) {
        AssessConversations flow = new AssessConversations(material, progress);
        store.forEachMessage(caseId, flow::accept);
        flow.finish();
        return flow.found;
    }

    private void accept(StoredMessage message) {
        if (message.conversation() != conversation) {
            finish();
            conversation = message.conversation();
        }
        done++;
        progress.advance(done);
        if (message.sender() == 0 || message.text().isEmpty() || !message.kind().equals("content")) {
            assessor.passOver();
            return;
        }
        // A Unix time says nothing of the hour where the writer was.
        boolean hourIsKnown = !message.zone().equals("unix");
        AssessedMessage assessed = new AssessedMessage(
                material.accountKey(message.sender()),
                hourIsKnown ? message.localAt() : null,
                message.text(),
                message.platformId(),
                message.source());
        assessor.accept(assessed, reader.read(message.text()));
    }

    private void finish() {
        if (conversation > 0) {
            Assessment assessment = assessor.finish();
            if (assessment.band() != Band.BACKGROUND) {
                found.add(new Assessed(conversation, assessment));
            }
            assessor = new ConversationAssessor(weights);
        }
    }
}
