package suluh.app.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import suluh.app.door.Refused;

/** Every failure as {@code application/problem+json} (RFC 9457), with the code of docs/errors.md. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {
    static final String TYPE = "urn:suluh:problem:";

    @ExceptionHandler(Refused.class)
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return answer(
                refused.status(),
                refused.refusal().code().name(),
                refused.refusal().message());
    }

    @ExceptionHandler(Misuse.class)
    ResponseEntity<ProblemDetail> misuse(Misuse misuse) {
        return answer(misuse.status(), misuse.code(), String.valueOf(misuse.getMessage()));
    }

    @ExceptionHandler(ResponseStatusException.class)
    ResponseEntity<ProblemDetail> status(ResponseStatusException failure) {
        HttpStatus status = HttpStatus.valueOf(failure.getStatusCode().value());
        return answer(status, status.name(), status.getReasonPhrase());
    }

    /** What Spring itself refuses: a body that is no JSON, a figure that is none, a missing parameter. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(statusCode.value());
        ProblemDetail problem = problem(
                status,
                status.name(),
                "The request does not keep to " + ApiConfiguration.DESCRIPTION + ": " + status.getReasonPhrase() + ".");
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String detail) {
        return ResponseEntity.of(problem(status, code, detail)).build();
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(code);
        problem.setProperty("code", code);
        return problem;
    }

    /** A request that does not keep to the interface. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final HttpStatus status;
        private final String code;

        Misuse(HttpStatus status, String code, String sentence) {
            super(sentence);
            this.status = status;
            this.code = code;
        }

        HttpStatus status() {
            return status;
        }

        String code() {
            return code;
        }
    }
}
