package suluh.core.observation;

import suluh.core.kernel.ErrorCode;

/**
 * Something about a file that a person must know before relying on what was read from it.
 *
 * @param code stable code
 * @param message what was found, what was expected and what follows; no content of the file but key names
 * @param offset byte where it was noticed, or -1 when it concerns the whole file
 */
public record ReadingAlarm(ErrorCode code, String message, long offset) {}
