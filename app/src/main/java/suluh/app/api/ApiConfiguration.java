package suluh.app.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import suluh.app.flow.House;
import suluh.app.flow.KeepKeys;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The wiring of the REST interface: keys instead of sessions, no forms, no cookies. */
@Configuration(proxyBeanMethods = false)
@Import({
    CaseApi.class,
    ComplaintApi.class,
    CourseApi.class,
    EvidenceApi.class,
    LedgerApi.class,
    PeopleApi.class,
    RequestApi.class,
    SearchApi.class,
    WebhookApi.class,
    NoRoute.class,
    Problems.class
})
public class ApiConfiguration {
    /** Where it lives; the number changes when an answer changes its meaning. */
    static final String BASE = "/api/v1";

    static final String DESCRIPTION = BASE + "/openapi.json";

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, House house) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ApiGate(new KeepKeys(house), house), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(DESCRIPTION)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, BASE + "/complaints", BASE + "/complaints/status")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, failure) -> ApiGate.answerUnauthorised(response)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none'")))
                .build();
    }

    /** Ids and digests are texts. */
    @Bean
    JacksonModule idsAsTexts() {
        return new SimpleModule("suluh")
                .addSerializer(EvidenceId.class, new ToStringSerializer(EvidenceId.class))
                .addSerializer(Sha256Digest.class, new ToStringSerializer(Sha256Digest.class));
    }

    @Bean
    Once once(House house, ObjectMapper json) {
        return new Once(house, json);
    }
}
