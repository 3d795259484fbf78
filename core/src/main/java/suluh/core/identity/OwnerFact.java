package suluh.core.identity;

import suluh.core.observation.SourcePointer;

/**
 * A participant of a thread carries the name of the holder of the export in which the thread lies.
 *
 * @param owner key of the holder's account
 * @param participant key of the participant, the only one of that name in its thread
 * @param ownerSource record that names the holder
 * @param participantSource record that names the participant
 */
public record OwnerFact(String owner, String participant, SourcePointer ownerSource, SourcePointer participantSource) {}
