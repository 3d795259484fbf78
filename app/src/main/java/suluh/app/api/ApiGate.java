package suluh.app.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import suluh.app.flow.House;
import suluh.app.flow.KeepKeys;
import suluh.app.flow.KeepKeys.Caller;

/** Lets in who shows a key ({@code Authorization: Bearer suluh_…}), as often as the rate allows. */
final class ApiGate extends OncePerRequestFilter {
    /** Attribute of the request: id of the key that it came with. */
    static final String KEY_ID = ApiGate.class.getName() + ".key";

    private static final String SCHEME = "Bearer ";

    private final KeepKeys keys;
    private final RateLimit limit;

    ApiGate(KeepKeys keys, House house) {
        this.keys = keys;
        this.limit = new RateLimit(house.clock());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(SCHEME)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Caller> caller = keys.caller(header.substring(SCHEME.length()).strip());
        if (caller.isEmpty()) {
            answerUnauthorised(response);
            return;
        }
        long waitSeconds = limit.waitSeconds(caller.get().keyId());
        if (waitSeconds > 0) {
            response.setHeader("Retry-After", String.valueOf(waitSeconds));
            answer(response, 429, "RATE_LIMITED", "Too many requests under this key; wait as Retry-After says.");
            return;
        }
        request.setAttribute(KEY_ID, caller.get().keyId());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new UsernamePasswordAuthenticationToken(caller.get().login(), null, List.of()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    static void answerUnauthorised(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"suluh\"");
        answer(response, 401, "KEY_NEEDED", "This needs a key in force: Authorization: Bearer suluh_…");
    }

    private static void answer(HttpServletResponse response, int status, String code, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"type\":\"" + Problems.TYPE + code + "\",\"title\":\"" + code + "\",\"status\":" + status
                        + ",\"detail\":\"" + detail + "\",\"code\":\"" + code + "\"}");
    }
}
