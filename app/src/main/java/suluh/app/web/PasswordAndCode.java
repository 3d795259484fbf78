package suluh.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import suluh.app.flow.SecondFactor;
import suluh.app.flow.SignIn;
import suluh.app.flow.SignIn.Account;

/**
 * Signs in by password, and by a one-time code where the person has set one up.
 *
 * <p>Whatever is wrong, the answer and the work are the same: a name that nobody has costs a password hash too.
 */
final class PasswordAndCode implements AuthenticationProvider {
    private final SignIn signIn;
    private final SecondFactor factor;
    private final PasswordEncoder passwords;
    private final Attempts attempts;
    private final String nobodysHash;

    PasswordAndCode(SignIn signIn, SecondFactor factor, PasswordEncoder passwords, Attempts attempts) {
        this.signIn = signIn;
        this.factor = factor;
        this.passwords = passwords;
        this.attempts = attempts;
        this.nobodysHash = WebConfiguration.encoded(passwords, "the password of nobody");
    }

    /** The code that came with the form beside name and password. */
    record Given(String code) {
        static Given of(HttpServletRequest request) {
            String code = request.getParameter("code");
            return new Given(code == null ? "" : code);
        }
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String login = tried.getName();
        Account account = signIn.find(login).orElse(null);
        String password = String.valueOf(tried.getCredentials());
        boolean isRight = passwords.matches(password, hash(account));
        boolean mayTry = attempts.mayTry(login);
        if (account == null || !isRight || !mayTry || !isCodeRight(account, tried.getDetails())) {
            throw new BadCredentialsException("not signed in");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                login, null, List.of(new SimpleGrantedAuthority("ROLE_MEMBER")));
    }

    private String hash(@Nullable Account account) {
        return account == null || account.passwordHash().isEmpty() ? nobodysHash : account.passwordHash();
    }

    private boolean isCodeRight(Account account, @Nullable Object details) {
        String code = details instanceof Given given ? given.code() : "";
        return !factor.isAsked(account.personId()) || factor.accepts(account.personId(), code);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
