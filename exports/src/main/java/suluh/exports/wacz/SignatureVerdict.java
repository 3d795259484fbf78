package suluh.exports.wacz;

import suluh.core.observation.SignatureStanding;

/**
 * What checking a capture's signature gave.
 *
 * @param standing outcome
 * @param signer domain, or digest of the key
 * @param sentence what was found, for people
 */
record SignatureVerdict(SignatureStanding standing, String signer, String sentence) {
    static SignatureVerdict invalid(String signer, String sentence) {
        return new SignatureVerdict(SignatureStanding.INVALID, signer, sentence);
    }
}
