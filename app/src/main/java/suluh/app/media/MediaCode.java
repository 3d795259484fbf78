package suluh.app.media;

import suluh.core.kernel.ErrorCode;

/** Why a media file has no perceptual hash, or a list of hashes was not taken. */
public enum MediaCode implements ErrorCode {
    NO_DECODER,
    FILE_UNREADABLE,
    FILE_TOO_LARGE,
    PICTURE_TOO_LARGE,
    PICTURE_DAMAGED,
    DECODER_CRASHED,
    DECODER_TOO_SLOW,
    LIST_UNREADABLE,
    LIST_WITHOUT_HASHES,
    LIST_INCOMPLETE
}
