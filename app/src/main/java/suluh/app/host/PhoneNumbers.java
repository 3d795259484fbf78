package suluh.app.host;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Telephone numbers in the one form of ITU-T E.164, by the numbering plans of libphonenumber. */
public final class PhoneNumbers {
    private static final int MAX_CHARS = 40;

    private PhoneNumbers() {}

    /**
     * The number as {@code +} and digits; the text itself where it is no number that a plan knows.
     *
     * @param region two letters of the country whose trunk prefixes are understood, for example {@code MY}
     */
    public static String e164(String text, String region) {
        if (text.isEmpty() || text.length() > MAX_CHARS) {
            return text;
        }
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            var number = plans.parse(text, region);
            return plans.isPossibleNumber(number) ? plans.format(number, PhoneNumberFormat.E164) : text;
        } catch (NumberParseException e) {
            return text;
        }
    }
}
