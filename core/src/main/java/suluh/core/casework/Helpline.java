package suluh.core.casework;

/**
 * Number that somebody in danger or in distress can call.
 *
 * @param number as it is dialled
 * @param nameEnglish who answers, in English
 * @param nameMalay who answers, in Malay
 * @param isEmergency true for the number to call when danger is immediate
 * @param source where that stands
 */
public record Helpline(String number, String nameEnglish, String nameMalay, boolean isEmergency, LegalSource source) {}
