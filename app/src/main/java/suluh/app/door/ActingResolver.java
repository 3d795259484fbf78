package suluh.app.door;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.flow.Acting;
import suluh.app.flow.SignIn;

/** Lets a handler take an {@link Acting}: who signed in, as long as they are active. */
public final class ActingResolver implements HandlerMethodArgumentResolver {
    private final SignIn signIn;

    public ActingResolver(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Acting.class;
    }

    @Override
    public Acting resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Principal who = request.getUserPrincipal();
        if (who == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return signIn.find(who.getName())
                .map(account -> new Acting(account.agency(), account.personId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
