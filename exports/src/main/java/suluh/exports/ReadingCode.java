package suluh.exports;

import suluh.core.kernel.ErrorCode;

/** What a person must know about a file that was read; appended, never reused; documented in docs/errors.md. */
public enum ReadingCode implements ErrorCode {
    /** The file ends inside a JSON value. */
    JSON_CUT,
    /** The bytes are not JSON from the offset on. */
    JSON_INVALID,
    /** A JSON value is deeper or longer than the reader's limit. */
    JSON_LIMIT,
    /** A record holds a key that this reader does not know. */
    KEY_UNKNOWN,
    /** A file holds a section that this reader does not know. */
    SECTION_UNKNOWN,
    /** A key holds a value of another type than expected. */
    TYPE_UNEXPECTED,
    /** A record lacks what makes it one. */
    RECORD_INCOMPLETE,
    /** A word of a fixed list is not in the reader's list. */
    VALUE_UNKNOWN,
    /** A time could not be read. */
    TIME_UNREADABLE,
    /** Two statements of one time differ by more than a zone can explain. */
    TIME_DISAGREES,
    /** Day and month of the file's dates cannot be told apart. */
    DAY_MONTH_AMBIGUOUS,
    /** The file's dates fit neither day before month nor month before day. */
    DAY_MONTH_CONTRADICTORY,
    /** A line looks like the head of a message and may have been typed into one. */
    HEADER_SUSPECT,
    /** Bytes are not valid in the file's encoding. */
    ENCODING_INVALID,
    /** A line is longer than the reader's limit and was divided. */
    LINE_LIMIT,
    /** The archive ends early or its directory is missing. */
    ARCHIVE_CUT,
    /** An entry's bytes do not unpack, or fail their check sum. */
    ARCHIVE_DAMAGED,
    /** The archive's directory names another number of entries than were found. */
    ARCHIVE_COUNT_DIFFERS,
    /** A limit on archives was reached. */
    ARCHIVE_LIMIT,
    /** An entry's name is absolute, leaves the archive or holds control characters. */
    ARCHIVE_PATH,
    /** Two entries of an archive have one name. */
    ARCHIVE_DUPLICATE,
    /** More alarms were raised than one file may list. */
    ALARMS_SUPPRESSED,
    /** The file ends inside an element of markup. */
    MARKUP_CUT,
    /** An element of markup is deeper or larger than the reader's limit. */
    MARKUP_LIMIT,
    /** The bytes are not well-formed XML, or declare what no report has. */
    XML_INVALID,
    /** The export was made as pages for people; it says less than the JSON form. */
    EXPORT_AS_HTML,
    /** The encrypted part of an export was not handed in. */
    ENCRYPTED_PART_MISSING,
    /** Numbered parts of one thing are not all there. */
    PART_NUMBER_MISSING,
    /** A report breaks a rule of its published schema. */
    SCHEMA_BROKEN,
    /** A label that the reader does not know; its value was not read. */
    LABEL_UNKNOWN,
    /** A digest that the source states is not that of the bytes. */
    DIGEST_DIFFERS,
    /** A digest is missing or of a kind that cannot be checked. */
    DIGEST_UNCHECKED,
    /** A signature over a capture does not verify. */
    SIGNATURE_INVALID,
    /** A capture is not signed, or by a key that nobody vouches for. */
    SIGNATURE_WEAK,
    /** A capture shows a page that asks to sign in, not the page itself. */
    LOGIN_WALL,
    /** Text was taken from a document made for people; some of its fields may have been missed. */
    FIELD_COVERAGE,
    /** A record's id encodes another time than the record states. */
    ID_TIME_DISAGREES,
    /** A file states another number of records than it holds. */
    COUNT_DIFFERS,
    /** A file names another that must lie beside it and does not. */
    PART_MISSING,
    /** No file says whose export it is. */
    OWNER_UNKNOWN,
    /** The export was made of a part of the conversation only. */
    EXPORT_LIMITED,
    /** Dates of another calendar were converted. */
    CALENDAR_CONVERTED,
    /** A table's row has another number of fields than its head. */
    ROW_UNEVEN,
    /** Accounts or groups of two ids are one, as the export itself says. */
    GROUP_MIGRATED,
    /** An archive's directory names an entry that no entry calls itself. */
    ARCHIVE_NAMES_DIFFER,
    /** An entry is a link or a device to the system that packed it. */
    ARCHIVE_LINK,
    /** A capture ends inside a record. */
    CAPTURE_CUT,
    /** A capture's bytes are no record where one must begin or end. */
    CAPTURE_INVALID,
    /** A captured page is too large, or packed in a way not known here. */
    CAPTURE_UNREADABLE,
    /** A file lies in a package that does not list it. */
    CAPTURE_UNLISTED,
    /** Two records have one id. */
    RECORD_TWICE,
    /** A document is larger than the reader's limits. */
    DOCUMENT_LIMIT,
    /** A document or a page of it is damaged or locked. */
    DOCUMENT_UNREADABLE,
    /** A page of a document holds no text. */
    PAGE_WITHOUT_TEXT,
    /** A stated digest has not the digits of its algorithm. */
    DIGEST_MALFORMED
}
