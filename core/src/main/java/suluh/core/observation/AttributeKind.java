package suluh.core.observation;

import java.util.Locale;

/** What is stated of an account. */
public enum AttributeKind {
    /** Kind and number of a device, such as {@code IMEI 123456789012345}. */
    DEVICE,
    /** What a browser or app called itself. */
    USER_AGENT,
    /** Name, handle, address or number that the account had before. */
    FORMER_NAME,
    /** Age in years, or a band of years. */
    AGE,
    BIRTH_DATE,
    /** Place or address of a person, of any precision. */
    PLACE,
    /** Text that the account shows about itself. */
    BIOGRAPHY,
    /** Where the profile picture lies in the export, as the record names it. */
    PICTURE,
    SCHOOL,
    /** Question that a group asks of those who want to join, and the answer. */
    MEMBERSHIP_ANSWER,
    /** What the platform did to the account, or says of it: disabled, compromised, reported by others. */
    STANDING,
    /** Number of a group that the source names without more. */
    GROUP_NUMBER,
    /** Number of an earlier report that concerns the account. */
    PRIOR_REPORT,
    /** Service of the platform on which the account was used. */
    SERVICE,
    /** A named property that no other word covers, written {@code name: value}. */
    PROPERTY,
    /** Free text of the one who reports. */
    NOTE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
