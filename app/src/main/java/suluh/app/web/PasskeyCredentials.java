package suluh.app.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import suluh.app.door.Refused;
import suluh.app.flow.KeepPasskeys;
import suluh.app.flow.KeepPasskeys.Passkey;

/** Passkeys as WebAuthn sees them. */
final class PasskeyCredentials implements UserCredentialRepository {
    private final KeepPasskeys passkeys;

    PasskeyCredentials(KeepPasskeys passkeys) {
        this.passkeys = passkeys;
    }

    /** A new one is added; of a known one its count is kept. */
    @Override
    public void save(CredentialRecord credential) {
        String id = credential.getCredentialId().toBase64UrlString();
        if (passkeys.find(id).isPresent()) {
            passkeys.used(id, credential.getSignatureCount(), credential.isBackupState());
            return;
        }
        Bytes attestation = credential.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("a registration without its attestation object");
        }
        Refused.orValue(passkeys.add(new Passkey(
                id,
                PasskeyUsers.personId(credential.getUserEntityUserId()),
                credential.getLabel(),
                new Bytes(credential.getPublicKey().getBytes()).toBase64UrlString(),
                attestation.toBase64UrlString(),
                credential.getSignatureCount(),
                credential.isBackupEligible(),
                credential.isBackupState(),
                credential.getCreated(),
                credential.getLastUsed())));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.find(id.toBase64UrlString())
                .map(PasskeyCredentials::credential)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.of(PasskeyUsers.personId(handle)).stream()
                .map(PasskeyCredentials::credential)
                .toList();
    }

    /** A person removes a passkey on the page of their own sign-in, on record. */
    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a passkey is removed at /me");
    }

    private static CredentialRecord credential(Passkey passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.id()))
                .userEntityUserId(PasskeyUsers.handle(passkey.personId()))
                .publicKey(new ImmutablePublicKeyCose(
                        Bytes.fromBase64(passkey.publicKey()).getBytes()))
                .attestationObject(Bytes.fromBase64(passkey.attestation()))
                .signatureCount(passkey.signatureCount())
                .uvInitialized(true)
                .transports(Set.of())
                .backupEligible(passkey.isBackupEligible())
                .backupState(passkey.isBackedUp())
                .label(passkey.label())
                .created(passkey.madeAt())
                .lastUsed(passkey.usedAt())
                .build();
    }
}
