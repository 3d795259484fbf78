package suluh.app.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import suluh.app.api.ApiConfiguration;
import suluh.app.door.ActingResolver;
import suluh.app.flow.AddPerson;
import suluh.app.flow.House;
import suluh.app.flow.KeepPasskeys;
import suluh.app.flow.KnowProvider;
import suluh.app.flow.ReadConversation;
import suluh.app.flow.SecondFactor;
import suluh.app.flow.ShowSourceBytes;
import suluh.app.flow.SignIn;

/** The wiring of the server on one screen. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class) // sign-in asks our own store
@Import({
    FrameModel.class,
    SignInPages.class,
    CasePages.class,
    IdentityPages.class,
    EvidencePages.class,
    NetworkPages.class,
    ReviewPages.class,
    SearchPages.class,
    TimelinePages.class,
    WorkPages.class,
    MemberPages.class,
    MediaPages.class,
    ExposurePages.class,
    ListPages.class,
    PeoplePages.class,
    OwnPages.class,
    AuditPages.class,
    HealthPages.class,
    RegisterPages.class,
    ReportPages.class,
    ComplaintPages.class,
    CoursePages.class,
    DisclosurePages.class,
    RequestPages.class,
    OutgoingPages.class,
    ChargePages.class,
    ApiConfiguration.class,
    PageText.class,
    Attempts.class,
    Refusals.class
})
public class WebConfiguration implements WebMvcConfigurer {
    /** Nothing but our own files; no script, no frame, no remote address. Pico's icons are data: images. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** The two pages that make or ask for a passkey may run our own file; no page that shows evidence may. */
    private static final RequestMatcher WITH_PASSKEYS =
            request -> Set.of("/sign-in", "/me").contains(request.getRequestURI());

    private static final String PASSKEY_POLICY = CONTENT_SECURITY_POLICY + "; script-src 'self'; connect-src 'self'";

    private final House house;

    WebConfiguration(House house) {
        this.house = house;
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, Attempts attempts, SignIn signIn, PasswordEncoder passwords, ProviderSignIn provider)
            throws Exception {
        provider.configure(http);
        http.setSharedObject(UserDetailsService.class, PasskeyUsers.details(signIn));
        return http.addFilterAfter(new SessionLimit(house.clock()), SecurityContextHolderFilter.class)
                .webAuthn(passkeys -> passkeys.disableDefaultRegistrationPage(true))
                .authenticationProvider(new PasswordAndCode(signIn, new SecondFactor(house), passwords, attempts))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/set-up",
                                "/report",
                                "/report/**",
                                "/style.css",
                                "/passkey.js",
                                "/webjars/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // Anybody may send the public form, so there is nothing to forge; without a token it needs no cookie.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/report", "/report/**"))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .authenticationDetailsSource(PasswordAndCode.Given::of)
                        .failureUrl("/sign-in?failed")
                        .successHandler((request, response, who) -> {
                            attempts.succeeded(who.getName());
                            signIn.find(who.getName())
                                    .ifPresent(account -> signIn.signedIn(account, SignIn.Way.PASSWORD));
                            response.sendRedirect("/cases");
                        })
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                WITH_PASSKEYS, new ContentSecurityPolicyHeaderWriter(PASSKEY_POLICY)))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(WITH_PASSKEYS),
                                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    ShowDialect showDialect() {
        return new ShowDialect();
    }

    @Bean
    SignIn signIn() {
        return new SignIn(house);
    }

    @Bean
    KnowProvider knowProvider() {
        return new KnowProvider(house);
    }

    @Bean
    ProviderSignIn providerSignIn(KnowProvider provider, SignIn signIn) {
        return new ProviderSignIn(provider, signIn);
    }

    @Bean
    PasskeyCredentials passkeyCredentials() {
        return new PasskeyCredentials(new KeepPasskeys(house));
    }

    @Bean
    PublicKeyCredentialUserEntityRepository passkeyUsers(SignIn signIn) {
        return new PasskeyUsers(signIn);
    }

    @Bean
    PasskeyParty passkeyParty(
            KnowProvider provider,
            SignIn signIn,
            PasskeyCredentials credentials,
            ServletWebServerApplicationContext context) {
        return new PasskeyParty(
                provider.settings().origin(),
                () -> Optional.ofNullable(context.getWebServer())
                        .map(server -> server.getPort())
                        .orElseThrow(),
                new PasskeyUsers(signIn),
                credentials,
                signIn);
    }

    @Bean
    AddPerson addPerson(PasswordEncoder passwords) {
        return new AddPerson(house, password -> encoded(passwords, password));
    }

    @Bean
    ReadConversation readConversation() {
        return new ReadConversation(house);
    }

    @Bean
    ShowSourceBytes showSourceBytes() {
        return new ShowSourceBytes(house);
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocale(Locale.ENGLISH);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Strict");
        return resolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActingResolver(new SignIn(house)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor interceptor = new LocaleChangeInterceptor();
        interceptor.setParamName("language");
        interceptor.setIgnoreInvalidLocale(true);
        registry.addInterceptor(interceptor);
    }

    /** The hash of a password that was given; an encoder gives none only for none. */
    static String encoded(PasswordEncoder passwords, String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the password could not be hashed");
        }
        return hash;
    }
}
