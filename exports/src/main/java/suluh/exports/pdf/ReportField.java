package suluh.exports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A labelled line of a page, {@code Label: value}.
 *
 * @param label as written
 * @param value as written
 * @param start first character of the line in the page's text
 * @param end behind its last
 * @param meaning what the label says, {@link Meaning#UNKNOWN} for one that nobody listed
 */
record ReportField(String label, String value, int start, int end, Meaning meaning) {
    /** What a label says. */
    enum Meaning {
        REPORT_NUMBER,
        INCIDENT_TYPE,
        INCIDENT_TIME,
        FILE_NAME,
        MD5,
        SHA1,
        SHA256,
        /** Known, and read with the text of the page: no account is named by guess. */
        TEXT,
        UNKNOWN
    }

    private static final Map<String, Meaning> LABELS = Map.ofEntries(
            Map.entry("cybertipline report", Meaning.REPORT_NUMBER),
            Map.entry("cybertipline report number", Meaning.REPORT_NUMBER),
            Map.entry("report number", Meaning.REPORT_NUMBER),
            Map.entry("report id", Meaning.REPORT_NUMBER),
            Map.entry("ncmec report number", Meaning.REPORT_NUMBER),
            Map.entry("incident type", Meaning.INCIDENT_TYPE),
            Map.entry("incident time", Meaning.INCIDENT_TIME),
            Map.entry("incident date/time", Meaning.INCIDENT_TIME),
            Map.entry("filename", Meaning.FILE_NAME),
            Map.entry("file name", Meaning.FILE_NAME),
            Map.entry("original filename", Meaning.FILE_NAME),
            Map.entry("original file name", Meaning.FILE_NAME),
            Map.entry("md5", Meaning.MD5),
            Map.entry("md5 hash", Meaning.MD5),
            Map.entry("sha1", Meaning.SHA1),
            Map.entry("sha-1", Meaning.SHA1),
            Map.entry("sha256", Meaning.SHA256),
            Map.entry("sha-256", Meaning.SHA256),
            Map.entry("name", Meaning.TEXT),
            Map.entry("age", Meaning.TEXT),
            Map.entry("date of birth", Meaning.TEXT),
            Map.entry("email", Meaning.TEXT),
            Map.entry("email address", Meaning.TEXT),
            Map.entry("phone", Meaning.TEXT),
            Map.entry("phone number", Meaning.TEXT),
            Map.entry("mobile phone", Meaning.TEXT),
            Map.entry("screen name", Meaning.TEXT),
            Map.entry("screen/user name", Meaning.TEXT),
            Map.entry("user name", Meaning.TEXT),
            Map.entry("username", Meaning.TEXT),
            Map.entry("display name", Meaning.TEXT),
            Map.entry("esp user id", Meaning.TEXT),
            Map.entry("user id", Meaning.TEXT),
            Map.entry("profile url", Meaning.TEXT),
            Map.entry("ip address", Meaning.TEXT),
            Map.entry("address", Meaning.TEXT),
            Map.entry("url", Meaning.TEXT),
            Map.entry("additional information", Meaning.TEXT),
            Map.entry("description", Meaning.TEXT));

    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t]*([\\p{L}][^:\\n]{1,50}?)[ \\t]*:[ \\t]+(\\S[^\\n]*?)[ \\t]*$");

    /** Labelled lines of a page in their order. */
    static List<ReportField> of(String page) {
        List<ReportField> fields = new ArrayList<>();
        Matcher matcher = LINE.matcher(page);
        while (matcher.find()) {
            String label = matcher.group(1);
            Meaning meaning = LABELS.getOrDefault(label.toLowerCase(Locale.ROOT), Meaning.UNKNOWN);
            fields.add(new ReportField(label, matcher.group(2), matcher.start(), matcher.end(), meaning));
        }
        return fields;
    }
}
