package suluh.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session a working day after its sign-in, however busy it is; whoever goes on signs in again. */
final class SessionLimit extends OncePerRequestFilter {
    /** One shift; a session that is stolen or left open ends with it. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String SINCE = SessionLimit.class.getName() + ".since";

    private final Clock clock;

    SessionLimit(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isSignedIn() && hasEnded(session)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect("/sign-in?ended");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean hasEnded(HttpSession session) {
        Instant now = clock.instant();
        if (session.getAttribute(SINCE) instanceof Instant since) {
            return !now.isBefore(since.plus(LONGEST));
        }
        session.setAttribute(SINCE, now);
        return false;
    }

    private static boolean isSignedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && !(authentication instanceof AnonymousAuthenticationToken);
    }
}
