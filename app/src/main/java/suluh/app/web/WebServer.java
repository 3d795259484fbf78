package suluh.app.web;

import java.net.InetAddress;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import suluh.app.flow.House;
import suluh.app.flow.KnowProvider;
import suluh.app.flow.RunWork;
import suluh.app.flow.ViewCase;

/** The server of one installation, on loopback. */
public final class WebServer implements AutoCloseable {
    /** A production by the page; a larger one comes by the command line or the interface, which stream. */
    private static final String MAX_UPLOAD = "2GB";
    /** Files of one form, and its fields: an export of chats is hundreds of files, and the server's own limit is 50. */
    private static final int MAX_PARTS = 2_000;

    private final ServletWebServerApplicationContext context;

    private WebServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts serving.
     *
     * @param port port on loopback, or 0 for a free one
     * @param setupToken token of the one-time set-up link, or empty when somebody may sign in already
     * @throws WebException when the port is taken
     */
    public static WebServer start(House house, int port, String setupToken) {
        SpringApplication application = new SpringApplication(WebConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.ofEntries(
                Map.entry("server.port", port),
                Map.entry("server.address", InetAddress.getLoopbackAddress().getHostAddress()),
                // Only what stands on this machine reaches us; a proxy here says where a visitor comes from.
                Map.entry("server.forward-headers-strategy", "native"),
                Map.entry("server.servlet.session.timeout", "30m"),
                Map.entry("server.servlet.session.cookie.http-only", true),
                Map.entry("server.servlet.session.cookie.same-site", sameSite(house)),
                Map.entry("server.servlet.session.cookie.name", "suluh"),
                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                Map.entry("server.error.include-message", "never"),
                Map.entry("server.error.whitelabel.enabled", false),
                Map.entry("spring.servlet.multipart.max-file-size", MAX_UPLOAD),
                Map.entry("spring.servlet.multipart.max-request-size", MAX_UPLOAD),
                Map.entry("server.tomcat.max-part-count", MAX_PARTS),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.messages.basename", "messages"),
                Map.entry("spring.messages.fallback-to-system-locale", false),
                Map.entry("spring.thymeleaf.cache", true),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("logging.level.root", "WARN")));
        application.addInitializers(context -> {
            GenericApplicationContext generic = (GenericApplicationContext) context;
            generic.registerBean(House.class, () -> house, definition -> definition.setDestroyMethodName(null));
            generic.registerBean(RunWork.class, () -> RunWork.start(house));
            generic.registerBean(ViewCase.class, () -> new ViewCase(house));
            generic.registerBean(SetupToken.class, () -> new SetupToken(setupToken));
        });
        try {
            return new WebServer((ServletWebServerApplicationContext) application.run());
        } catch (PortInUseException e) {
            throw new WebException(
                    "Port " + e.getPort() + " is taken; stop what uses it or choose another with --port.", e);
        }
    }

    /** The way back from a provider's page comes from another site: with "strict" the session would be lost on it. */
    private static String sameSite(House house) {
        return new KnowProvider(house).settings().provider().isPresent() ? "lax" : "strict";
    }

    /** Address to open, without a slash at its end. */
    public String address() {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("the server has stopped");
        }
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
