package suluh.app.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import suluh.app.flow.SignIn;

/** Persons as WebAuthn sees them: the user handle is the person's id, which says nothing about anyone. */
final class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
    private final SignIn signIn;

    PasskeyUsers(SignIn signIn) {
        this.signIn = signIn;
    }

    static Bytes handle(String personId) {
        return new Bytes(personId.getBytes(StandardCharsets.UTF_8));
    }

    static String personId(Bytes handle) {
        return new String(handle.getBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return signIn.byId(personId(id)).map(PasskeyUsers::entity).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return signIn.find(login).map(PasskeyUsers::entity).orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(SignIn.Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.personId()))
                .name(account.login())
                .displayName(account.displayName())
                .build();
    }

    /** People are added by administrators; a passkey adds none. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("a passkey makes no person");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a passkey removes no person");
    }

    /** An active person, without a password: nothing that compares passwords can let anyone in by this. */
    static UserDetailsService details(SignIn signIn) {
        return login -> signIn.find(login)
                .map(account -> new User(login, "", List.of(new SimpleGrantedAuthority("ROLE_MEMBER"))))
                .orElseThrow(() -> new UsernameNotFoundException("nobody active"));
    }
}
