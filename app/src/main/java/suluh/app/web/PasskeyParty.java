package suluh.app.web;

import java.net.URI;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import suluh.app.flow.SignIn;

/**
 * The party that passkeys are made for: this server under the address that browsers show.
 *
 * <p>A passkey stands for two factors, so the authenticator must have verified its user (a PIN, a finger); it is kept in
 * the authenticator, so that nobody has to type a name. The address is known once the port is, hence late.
 */
final class PasskeyParty implements WebAuthnRelyingPartyOperations {
    private static final String NAME = "Suluh";

    private final Supplier<Webauthn4JRelyingPartyOperations> make;
    private final SignIn signIn;
    private volatile @Nullable WebAuthnRelyingPartyOperations made;

    /**
     * The party.
     *
     * @param origin address that browsers show, or empty for {@code http://localhost} with the server's port
     */
    PasskeyParty(String origin, IntSupplier port, PasskeyUsers users, PasskeyCredentials credentials, SignIn signIn) {
        this.signIn = signIn;
        this.make = () -> {
            String shown = origin.isEmpty() ? "http://localhost:" + port.getAsInt() : origin;
            PublicKeyCredentialRpEntity party = PublicKeyCredentialRpEntity.builder()
                    .id(URI.create(shown).getHost())
                    .name(NAME)
                    .build();
            return new Webauthn4JRelyingPartyOperations(users, credentials, party, Set.of(shown));
        };
    }

    private WebAuthnRelyingPartyOperations party() {
        WebAuthnRelyingPartyOperations known = made;
        if (known != null) {
            return known;
        }
        Webauthn4JRelyingPartyOperations party = make.get();
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        made = party;
        return party;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return party().createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        return party().registerCredential(request);
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return party().createCredentialRequestOptions(request);
    }

    /** Verifies a sign-in and records it. */
    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        PublicKeyCredentialUserEntity who = party().authenticate(request);
        signIn.find(who.getName()).ifPresent(account -> signIn.signedIn(account, SignIn.Way.PASSKEY));
        return who;
    }
}
