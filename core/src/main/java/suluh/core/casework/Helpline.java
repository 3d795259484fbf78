package suluh.core.casework;

/**
 * Number that somebody in danger or in distress can call.
 *
 * @param number as it is dialled
 * @param name who answers
 * @param isEmergency true for the number to call when danger is immediate
 * @param source where that stands
 */
public record Helpline(String number, Wording name, boolean isEmergency, LegalSource source) {}
