package suluh.app.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import suluh.app.store.ObservationStore;
import suluh.app.store.StoredMessage;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.Band;
import suluh.core.conversation.ContactStructure.Signal;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.conversation.MessageCues;

/** Streams the messages of a case through the assessor, one conversation after the other. */
final class AssessConversations {
    /**
     * A conversation above background.
     *
     * @param conversation its number in the case
     */
    record Assessed(int conversation, Assessment assessment) {}

    /**
     * What the messages of a case come to.
     *
     * @param found conversations above background, in the order of the case
     * @param structure signals of how conversations of two came about, by number, whatever their band
     */
    record Result(List<Assessed> found, SortedMap<Integer, List<Signal>> structure) {
        Result {
            found = List.copyOf(found);
        }

        List<Signal> structureOf(int conversation) {
            return structure.getOrDefault(conversation, List.of());
        }
    }

    private final CaseMaterial material;
    private final CollectStructure structure;
    private final Progress progress;
    private final CueMatcher.Reader reader = CueMatcher.standard().reader();
    private final CueWeights weights = CueWeights.standard();
    private final List<Assessed> found = new ArrayList<>();
    private ConversationAssessor assessor = new ConversationAssessor(weights);
    private int conversation;
    private long done;

    private AssessConversations(CaseMaterial material, CollectStructure structure, Progress progress) {
        this.material = material;
        this.structure = structure;
        this.progress = progress;
    }

    /** Assesses every conversation; gives the structure every record that an account wrote. */
    static Result run(
            ObservationStore store, int caseId, CaseMaterial material, CollectStructure structure, Progress progress) {
        AssessConversations flow = new AssessConversations(material, structure, progress);
        store.forEachMessage(caseId, flow::accept);
        flow.finish();
        return new Result(flow.found, structure.signals());
    }

    private void accept(StoredMessage message) {
        if (message.conversation() != conversation) {
            finish();
            conversation = message.conversation();
        }
        done++;
        progress.advance(done);
        if (message.sender() == 0 || message.text().isEmpty() || !message.kind().equals("content")) {
            structure.accept(message, MessageCues.NOTHING);
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
        MessageCues shown = reader.read(message.text());
        structure.accept(message, shown);
        assessor.accept(assessed, shown);
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
