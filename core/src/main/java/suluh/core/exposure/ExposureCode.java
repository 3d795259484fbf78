package suluh.core.exposure;

import suluh.core.kernel.ErrorCode;

/** Why a picture is not shown. */
public enum ExposureCode implements ErrorCode {
    LOOKS_USED_UP,
    MINUTES_USED_UP,
    PAUSE_DUE,
    REASON_MISSING,
    ALREADY_ASSESSED,
    MEDIA_UNKNOWN,
    PICTURE_NOT_SHOWABLE,
    LIMIT_NOT_VALID
}
