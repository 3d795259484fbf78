package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** One sign alone is common: night owls, friends of a new group. */
    private static final int MIN_SIGNS = 2;
    /** More conversations without words nobody reads; the reasons of leads count all of them. */
    private static final int MAX_BY_STRUCTURE = 100;

    /**
     * A conversation that a person should look at.
     *
     * @param conversation its number in the case
     */
    record Assessed(int conversation, Assessment assessment) {}

    /**
     * What the messages of a case come to.
     *
     * @param found conversations above background, in the order of the case
     * @param byStructure conversations that the model leaves in the background and that show {@value #MIN_SIGNS} or more
     *     signs of structure, most signs first, at most {@value #MAX_BY_STRUCTURE}
     * @param structure signals of how conversations of two came about, by number, whatever their band
     */
    record Result(List<Assessed> found, List<Assessed> byStructure, SortedMap<Integer, List<Signal>> structure) {
        Result {
            found = List.copyOf(found);
            byStructure = List.copyOf(byStructure);
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
        SortedMap<Integer, List<Signal>> signals = structure.signals();
        return new Result(flow.found, flow.byStructure(store, caseId, signals), signals);
    }

    /** Assesses again what shows by structure alone, since what lies in the background is not kept. */
    private List<Assessed> byStructure(ObservationStore store, int caseId, SortedMap<Integer, List<Signal>> signals) {
        Set<Integer> known = new HashSet<>();
        found.forEach(assessed -> known.add(assessed.conversation()));
        List<Assessed> assessed = new ArrayList<>();
        signals.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= MIN_SIGNS && !known.contains(entry.getKey()))
                .sorted(Comparator.comparingInt((Map.Entry<Integer, List<Signal>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_BY_STRUCTURE)
                .forEach(entry -> {
                    assessor = new ConversationAssessor(weights);
                    store.forEachMessageOf(caseId, entry.getKey(), message -> assess(message));
                    assessed.add(new Assessed(entry.getKey(), assessor.finish()));
                });
        return assessed;
    }

    private void accept(StoredMessage message) {
        if (message.conversation() != conversation) {
            finish();
            conversation = message.conversation();
        }
        done++;
        progress.advance(done);
        structure.accept(message, assess(message));
    }

    /** Takes the message into the assessment; what it shows. */
    private MessageCues assess(StoredMessage message) {
        if (message.sender() == 0 || message.text().isEmpty() || !message.kind().equals("content")) {
            assessor.passOver();
            return MessageCues.NOTHING;
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
        assessor.accept(assessed, shown);
        return shown;
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
