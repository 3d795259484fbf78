package suluh.app.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import suluh.app.flow.KnowProvider;
import suluh.app.flow.SignIn;
import suluh.app.host.SignInSettings;

/**
 * Sign-in by an OpenID Connect provider: authorization code flow, the ID token verified; who its subject is stands with
 * us, and nothing else that the provider says counts.
 */
final class ProviderSignIn {
    /** Where the button leads. */
    static final String START = "/oauth2/authorization/provider";

    private static final String ID = "provider";
    private static final String RETURN = "/login/oauth2/code/" + ID;
    private static final String LOGIN_CLAIM = "suluh-login";

    private final KnowProvider provider;
    private final SignIn signIn;
    private final @Nullable ClientRegistration client;

    /** Asks the provider for its description once; when it does not answer, sign-in by it is off until the next start. */
    ProviderSignIn(KnowProvider provider, SignIn signIn) {
        this.provider = provider;
        this.signIn = signIn;
        SignInSettings settings = provider.settings();
        this.client = settings.provider()
                .flatMap(named -> described(named, settings.origin()))
                .orElse(null);
    }

    private static Optional<ClientRegistration> described(SignInSettings.Provider named, String origin) {
        try {
            return Optional.of(ClientRegistrations.fromOidcIssuerLocation(named.issuer())
                    .registrationId(ID)
                    .clientId(named.clientId())
                    .clientSecret(named.clientSecret())
                    .clientName(named.name())
                    .redirectUri((origin.isEmpty() ? "{baseUrl}" : origin) + RETURN)
                    .scope("openid")
                    .build());
        } catch (IllegalArgumentException | IllegalStateException e) {
            LoggerFactory.getLogger(ProviderSignIn.class)
                    .error(
                            "The sign-in provider {} does not describe itself, so nobody signs in by it until the next"
                                    + " start: {}",
                            named,
                            e.getMessage());
            return Optional.empty();
        }
    }

    /** What the button says, when there is one. */
    Optional<String> name() {
        return Optional.ofNullable(client).map(ClientRegistration::getClientName);
    }

    void configure(HttpSecurity http) throws Exception {
        if (client == null) {
            return;
        }
        http.oauth2Login(login -> login.clientRegistrationRepository(new InMemoryClientRegistrationRepository(client))
                .loginPage("/sign-in")
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::person))
                .failureUrl("/sign-in?unbound")
                .successHandler((request, response, who) -> {
                    signedIn(who);
                    response.sendRedirect("/cases");
                }));
    }

    private OidcUser person(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String login = Optional.ofNullable(token.getSubject())
                .flatMap(subject -> provider.loginOf(String.valueOf(token.getIssuer()), subject))
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("unbound")));
        return new DefaultOidcUser(
                List.of(new SimpleGrantedAuthority("ROLE_MEMBER")),
                token,
                new OidcUserInfo(Map.of(LOGIN_CLAIM, login)),
                LOGIN_CLAIM);
    }

    private void signedIn(Authentication who) {
        signIn.find(who.getName()).ifPresent(account -> signIn.signedIn(account, SignIn.Way.PROVIDER));
    }
}
