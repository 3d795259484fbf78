package suluh.app.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import suluh.app.api.Problems.Misuse;

/** Whatever the interface has no route for, or not by this method, is a problem like any other. */
@RestController
class NoRoute {
    @RequestMapping(ApiConfiguration.BASE + "/**")
    Object answer() {
        throw new Misuse(
                HttpStatus.NOT_FOUND,
                "NO_ROUTE",
                "There is no such route, or not by this method; see " + ApiConfiguration.DESCRIPTION + ".");
    }
}
