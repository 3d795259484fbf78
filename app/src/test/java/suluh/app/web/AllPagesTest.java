package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Every page that the code has a route for, in chromium: axe, width, weight, words; a new route is walked at once. */
@BrowserTest
class AllPagesTest {
    private static final int MAX_PAGE_BYTES = 300_000;
    private static final int MAX_STOPS = 60;

    /** What stands for the parts of an address. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "/accounts/{id}", "/accounts/1",
            "/actors/{id}", "/actors/actor-1",
            "/conversations/{id}", "/conversations/1",
            "/network/nodes/{place}", "/network/nodes/0",
            "/network/groups/{conversation}", "/network/groups/1",
            "/messages/{message}", "/messages/1");

    /** Not pages: downloads, pictures, streams; and pages of things that the small demonstration does not have. */
    private static final Set<String> LEFT_OUT = Set.of(
            "/cases/{number}/media/{id}/blurred",
            "/cases/{number}/media/{id}/looks/{look}",
            "/cases/{number}/media/{id}/looks/{look}/picture",
            "/cases/{number}/network/graphml",
            "/cases/{number}/network/map",
            "/set-up",
            "/cases/{number}/disclosure/{plan}/{edition}",
            "/cases/{number}/network/nodes",
            "/cases/{number}/network/picture",
            "/cases/{number}/network/ties",
            "/cases/{number}/requests/{request}/letter",
            "/cases/{number}/work/{id}/events");

    /** Paths of every GET of the page classes that the server is wired with. */
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (Class<?> pages : Objects.requireNonNull(WebConfiguration.class.getAnnotation(Import.class))
                .value()) {
            for (var method : pages.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null && List.of(mapping.method()).contains(RequestMethod.GET)) {
                    routes.addAll(List.of(mapping.path()));
                }
            }
        }
        routes.removeAll(LEFT_OUT);
        return routes;
    }

    private static String address(BrowserHouse demo, Page page, String route) {
        String path = route;
        for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
            path = path.endsWith(example.getKey()) ? path.replace(example.getKey(), example.getValue()) : path;
        }
        path = path.replace("{number}", demo.number());
        if (path.endsWith("/evidence/{item}")) {
            page.navigate(demo.caseAddress());
            path = String.valueOf(page.locator("main table a").first().getAttribute("href"));
        }
        if (path.endsWith("/source")) {
            page.navigate(demo.caseAddress() + "/conversations/1");
            path = String.valueOf(page.locator("a.source").first().getAttribute("href"));
        }
        if (route.equals("/audit/{index}")) {
            page.navigate(demo.address() + "/audit");
            path = String.valueOf(
                    page.locator("main a[href^='/audit/']").first().getAttribute("href"));
        }
        if (path.endsWith("/search")) {
            path += "?q=jumpa";
        }
        assertThat(path).as("an example for the route %s", route).doesNotContain("{");
        return demo.address() + path;
    }

    private static String login(String route) {
        if (route.startsWith("/audit")) {
            return "auditor";
        }
        return route.startsWith("/people") || route.startsWith("/charges") ? "admin" : "demo";
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void everyPageIsReachableReadableAndLight(int width, ColorScheme scheme, String language, BrowserHouse demo) {
        List<String> faults = new ArrayList<>();
        for (String login : List.of("demo", "admin", "auditor")) {
            try (BrowserContext window = BrowserHouse.window(width, scheme)) {
                Page page = demo.signedIn(window, login, language);
                List<String> complaints = BrowserHouse.complaints(page);
                routes().stream()
                        .filter(route -> login(route).equals(login))
                        .forEach(route -> faults.addAll(look(page, address(demo, page, route), route)));
                faults.addAll(complaints);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> look(Page page, String address, String route) {
        List<String> faults = new ArrayList<>();
        Response response = page.navigate(address);
        int status = response == null ? 0 : response.status();
        if (status != 200) {
            faults.add(route + " answers " + status);
        }
        if (page.content().contains("??")) {
            faults.add(route + " lacks a message");
        }
        int bytes = response == null ? 0 : response.body().length;
        if (bytes >= MAX_PAGE_BYTES) {
            faults.add(route + " has " + bytes + " bytes");
        }
        int overflow = BrowserHouse.overflow(page);
        if (overflow > 0) {
            faults.add(route + " reaches " + overflow + " px beyond the screen");
        }
        // The stored report is one sandboxed document in which no script runs, so axe cannot either.
        if (!route.equals("/cases/{number}/report")) {
            BrowserHouse.barriers(page).forEach(rule -> faults.add(route + " axe: " + rule));
        }
        return faults;
    }

    @Test
    void theKeyboardReachesTheContentFirstAndGoesInOrder(BrowserHouse demo) {
        try (BrowserContext window = BrowserHouse.window(1280, ColorScheme.LIGHT)) {
            Page page = demo.signedIn(window, "demo", "en");
            page.navigate(demo.caseAddress() + "/search?q=jumpa");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");

            int first = place(page);
            int last = -1;
            for (int stop = 0; stop < MAX_STOPS; stop++) {
                int place = place(page);
                if (stop > 0 && place <= first) {
                    assertThat(stop).as("stops before the page began again").isGreaterThan(20);
                    return;
                }
                assertThat(place).as("stop %d of the keyboard", stop).isGreaterThan(last);
                last = place;
                page.keyboard().press("Tab");
            }
        }
    }

    /** Where the element that has the focus stands among all elements; 0 or less when none has it. */
    private static int place(Page page) {
        return ((Number) page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
                .intValue();
    }

    @ParameterizedTest
    @CsvSource({"390, ms", "1440, en"})
    void aComplaintIsFiledWithoutAnyScript(int width, String language, BrowserHouse demo) {
        try (BrowserContext window = BrowserHouse.window(
                new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(false))) {
            Page page = window.newPage();
            page.navigate(demo.address() + "/report?language=" + language);
            page.click("button[value=next]");
            page.fill("textarea[name=where]", "https://t.me/example_group");
            page.click("button[value=next]");
            page.fill("textarea[name=words]", "Somebody asks for my age and to move to another app.");
            page.click("button[value=next]");
            page.click("button[value=next]");
            page.click("button[value=send]");

            assertThat(page.locator(".receipt code").count()).isPositive();
            assertThat(window.cookies().stream().map(cookie -> cookie.name).toList())
                    .doesNotContain("suluh");
        }
    }
}
