package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;
import suluh.core.casework.Role;

/**
 * One complaint from the public form to the answer that its reporter reads, by whoever's part each step is.
 *
 * <p>The English walk takes the pictures of {@code docs/tour.md}, which says how they are made again.
 */
@BrowserTest
class LifeOfAComplaintTest {
    private static final long MESSAGES = 3_000;
    private static final int MAX_AUDIT_PAGES = 40;
    private static final int ALT = 1;

    /** Those who work on the case beside the supervisor who opens it; each signs in by the name of the role. */
    private static final List<Role> MEMBERS = List.of(Role.PRESERVATION, Role.ANALYST, Role.INVESTIGATOR, Role.LIAISON);

    @TempDir
    private static Path folder;

    private static Path[] exports;
    private static BrowserHouse served;

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private String language = "";
    private String caseAddress = "";

    @BeforeAll
    static void start() throws IOException, InputException {
        Path synthetic = SmallHouse.synthetic(folder.resolve("synth"), MESSAGES);
        try (Stream<Path> files = Files.walk(synthetic)) {
            exports = files.filter(Files::isRegularFile).sorted().toArray(Path[]::new);
        }
        House house = SmallHouse.openWithRunningClock(folder.resolve("data"));
        for (Role role : Role.values()) {
            Acting acting =
                    SmallHouse.person(house, "mcmc", role.wire(), Set.of(role), BrowserHouse.PASSWORD, Passwords::hash);
            if (role == Role.SUPERVISOR) {
                try (InputStream others = LifeOfAComplaintTest.class.getResourceAsStream("/demo/complaints.csv")) {
                    byte[] csv = Objects.requireNonNull(others).readAllBytes();
                    SmallHouse.done(new ReceiveComplaint(house).importFile(acting, "complaints.csv", csv));
                }
            }
        }
        served = BrowserHouse.of(house);
    }

    @AfterEach
    void closeTheWindows() {
        pages.values().forEach(page -> page.context().close());
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ms"})
    void goesFromThePublicFormToTheAnswer(String spoken) throws Exception {
        language = spoken;
        List<String> receipt = report();
        lookAtTheInbox(receipt.getFirst());
        openTheCase();
        handInAndRequest();
        readAndAnalyse();
        reviewAConversation();
        followTheNetwork();
        answerForThePlatform();
        disclose();
        decide();
        tellTheReporter(receipt.getFirst());
        readTheAnswer(receipt.getFirst(), receipt.getLast());
        audit();
    }

    /** The reporter: five steps, without an account; gives number and code. */
    private List<String> report() throws IOException {
        Page page = as("reporter");
        page.navigate(served.address() + "/report?language=" + language);
        page.check("input[name=danger][value=yes]");
        page.click("button[value=next]");
        page.selectOption("select[name=platform]", "telegram");
        page.fill("textarea[name=where]", "https://t.me/+Suluh" + language);
        page.click("button[value=next]");
        page.check("input[value=secrecy]");
        page.fill("textarea[name=words]", "He asks my sister to keep it secret and to come to another app.");
        show(page, "report");
        page.click("button[value=next]");
        page.click("button[value=next]");
        page.fill("input[name=contact]", "reporter@example.org");
        page.click("button[value=send]");
        return page.locator(".receipt code").allTextContents();
    }

    /** The intake officer: a filter of one's own, and one key says that the danger was seen. */
    private void lookAtTheInbox(String reference) throws IOException {
        Page page = as(Role.INTAKE.wire());
        page.navigate(served.address() + "/complaints");
        show(page, "inbox");
        page.fill("main form[method=get] input[name=words]", reference);
        page.selectOption("main form[method=get] select[name=platform]", "telegram");
        page.click("main form[method=get] button");
        assertThat(page.locator(".pile").count()).isOne();
        page.fill("form[action='/complaints/filters'] input[name=name]", "Telegram " + language);
        page.click("form[action='/complaints/filters'] button");
        assertThat(page.locator("ul.kept a").allTextContents()).anyMatch(name -> name.contains("Telegram " + language));
        BrowserHouse.look(page, "l2-filtered-" + language);
        assertThat(page.locator(".pile.danger").count()).isOne();
        pressKeyOf(page, "a");
        page.waitForURL("**/complaints");
        assertThat(page.locator(".pile.danger:has-text('" + reference + "')").count())
                .isZero();
    }

    /** The supervisor: opens a case for the complaint and says who works on it. */
    private void openTheCase() {
        Page page = as(Role.SUPERVISOR.wire());
        page.navigate(served.address() + "/complaints?words=%2BSuluh" + language);
        page.click("form[action='/complaints/new-case'] button");
        caseAddress = page.url().replace("/course", "");
        page.navigate(caseAddress + "/people");
        for (Role role : MEMBERS) {
            page.fill("form[action$='/people'] input[name=login]", role.wire());
            page.selectOption("form[action$='/people'] select[name=role]", role.name());
            page.click("form[action$='/people'] button[type=submit]");
        }
        BrowserHouse.look(page, "l3-people-" + language);
        assertThat(page.locator("main table").first().textContent()).contains(Role.LIAISON.wire());
    }

    /** The preservation officer: seals what was handed in, and asks the platform to keep what it has. */
    private void handInAndRequest() throws IOException {
        Page page = as(Role.PRESERVATION.wire());
        page.navigate(caseAddress + "/work");
        page.setInputFiles("input[name=file]", exports);
        page.click("form[enctype='multipart/form-data'] button");
        page.navigate(caseAddress + "/requests/new?kind=PRESERVATION");
        page.selectOption("select[name=provider]", "telegram");
        page.selectOption("select[name=authority]", "MY-866-60");
        page.check("input[name=type][value=MESSAGES]");
        for (String item : List.of("b", "c", "d", "e", "f")) {
            page.fill("textarea[name=" + item + "]", "What item (" + item + ") of the request states.");
        }
        page.click("main form button[type=submit] >> nth=-1");
        page.click("form:has(input[name=act][value=send]) button");
        show(page, "requests");
        page.navigate(caseAddress);
        page.click("main table a >> nth=0");
        page.click("form[action$='/verify'] button");
        show(page, "evidence");
    }

    /** The analyst: has everything read and analysed in the background, and sees what came of it. */
    private void readAndAnalyse() throws IOException {
        Page page = as(Role.ANALYST.wire());
        page.navigate(caseAddress + "/work");
        page.click("main form.filter button");
        BrowserHouse.awaitWork(page);
        show(page, "work");
        page.navigate(caseAddress);
        show(page, "case");
        page.navigate(caseAddress + "/timeline");
        show(page, "timeline");
        page.navigate(caseAddress + "/search?q=umur");
        show(page, "search");
        assertThat(page.locator(".hits mark").count()).isPositive();
    }

    /** The analyst: reads the passages of the first conversation of the queue and gives a verdict by its key. */
    private void reviewAConversation() throws IOException {
        Page page = as(Role.ANALYST.wire());
        page.navigate(caseAddress + "/queue");
        page.click(".queue a[href$='from=-1'] >> nth=0");
        show(page, "conversation");
        page.fill("input[name=reason]", "asks for age and secrecy");
        pressKeyOf(page, "1");
        page.waitForURL("**/queue");
        assertThat(page.locator(".state-read").count()).isPositive();
    }

    /** The analyst: from the network to a group in it, and to an account with what ties it to others. */
    private void followTheNetwork() throws IOException {
        Page page = as(Role.ANALYST.wire());
        page.navigate(caseAddress + "/network");
        page.waitForSelector("#network-live[data-drawn=yes]");
        show(page, "network");
        page.navigate(caseAddress + "/network/nodes/0");
        show(page, "group");
        page.navigate(caseAddress + "/accounts");
        page.click("main a[href*='/accounts/'] >> nth=0");
        show(page, "account");
        page.navigate(caseAddress + "/actors/actor-1");
        page.click("main table th a >> nth=0");
        page.locator("section.tie").first().scrollIntoViewIfNeeded();
        keep(page, "account-ties");
    }

    /** The liaison: what the platform says of the request. */
    private void answerForThePlatform() {
        Page page = as(Role.LIAISON.wire());
        page.navigate(caseAddress + "/requests");
        String before = page.locator("article .band").first().textContent();
        page.click("form:has(input[name=act][value=acknowledge]) button");
        assertThat(page.locator("article .band").first().textContent()).isNotEqualTo(before);
    }

    /** The investigator: a disclosure on the word of the supervisor, made in the background. */
    private void disclose() throws IOException {
        Page page = as(Role.INVESTIGATOR.wire());
        page.navigate(caseAddress + "/disclosure");
        page.fill("input[name=purpose]", "For the defence, as the court asked");
        page.fill("input[name=recipient]", "Counsel of the accused");
        page.selectOption("select[name=subject]", page.getAttribute("select[name=subject] option", "value"));
        page.click("form:has(input[name=purpose]) button[type=submit]");
        page.click("form[action$='/asking'] button");
        show(page, "disclosure");
        Page second = as(Role.SUPERVISOR.wire());
        second.navigate(caseAddress + "/disclosure");
        second.click("button[value=true]");
        page.navigate(caseAddress + "/disclosure");
        page.click("form[action$='/release'] button");
        BrowserHouse.awaitWork(page);
        page.navigate(caseAddress + "/disclosure");
        var bundle = page.waitForDownload(() -> page.click("a[href$='/redacted']"));
        Path zip = folder.resolve("redacted-" + language + ".zip");
        bundle.saveAs(zip);
        assertThat(Files.size(zip)).isPositive();
    }

    /** The investigator: a decision with its reasons. */
    private void decide() {
        Page page = as(Role.INVESTIGATOR.wire());
        page.navigate(caseAddress + "/course");
        page.click("details:has(form[action$='/decisions']) > summary");
        page.fill("form[action$='/decisions'] textarea[name=words]", "The other agency looks at the numbers.");
        page.selectOption("form[action$='/decisions'] select[name=decision]", "REFER");
        page.click("form[action$='/decisions'] button");
        BrowserHouse.look(page, "l9-course-" + language);
    }

    private void tellTheReporter(String reference) {
        Page page = as(Role.INTAKE.wire());
        page.navigate(served.address() + "/complaints");
        page.fill("form[action='/complaints/" + reference + "/answer'] textarea", "Thank you; officers look into it.");
        page.click("form[action='/complaints/" + reference + "/answer'] button");
        assertThat(page.locator("form[action='/complaints/" + reference + "/answer']")
                        .count())
                .isZero();
    }

    private void readTheAnswer(String reference, String secret) {
        Page page = as("reporter");
        page.navigate(served.address() + "/report/status");
        page.fill("input[name=reference]", reference);
        page.fill("input[name=secret]", secret);
        page.click("main form button");
        assertThat(page.locator("section[role=status]").textContent()).contains("Thank you; officers look into it.");
        BrowserHouse.look(page, "l10-status-" + language);
    }

    /** The auditor, who sees that all of it stands in the ledger. */
    private void audit() throws IOException {
        Page page = as(Role.AUDITOR.wire());
        page.navigate(served.address() + "/audit?case=" + caseAddress.replaceFirst(".*/", ""));
        show(page, "audit");
        Set<String> kinds = new TreeSet<>();
        for (int i = 0; i < MAX_AUDIT_PAGES; i++) {
            kinds.addAll(page.locator("main tbody td small").allTextContents());
            if (page.locator("main a[rel=next]").count() == 0) {
                break;
            }
            page.click("main a[rel=next]");
        }
        assertThat(kinds)
                .contains(
                        "case-opened",
                        "case-joined",
                        "evidence-sealed",
                        "evidence-verified",
                        "request-sent",
                        "request-acknowledged",
                        "work-asked",
                        "evidence-read",
                        "findings-made",
                        "searched",
                        "content-shown",
                        "verdict-given",
                        "disclosure-planned",
                        "approval-given",
                        "bundle-assembled",
                        "decision-made");
    }

    /** The page of whoever has this role, signed in once; a reporter does not sign in. */
    private Page as(String who) {
        return pages.computeIfAbsent(who, login -> {
            BrowserContext window = BrowserHouse.window(1440, ColorScheme.LIGHT);
            return login.equals("reporter") ? window.newPage() : served.signedIn(window, login, language);
        });
    }

    /** Looks at a page of the tour, and keeps its picture. */
    private void show(Page page, String name) throws IOException {
        BrowserHouse.look(page, "l-" + name + "-" + language);
        page.evaluate("window.scrollTo(0, 0)");
        keep(page, name);
    }

    private void keep(Page page, String name) throws IOException {
        if (language.equals("en")) {
            TourPicture.take(page, name);
        }
    }

    /** Presses the access key that an element of the page has, as a keyboard does. */
    private static void pressKeyOf(Page page, String key) {
        assertThat(page.locator("[accesskey='" + key + "']").count()).isOne();
        CDPSession session = page.context().newCDPSession(page);
        for (String type : List.of("rawKeyDown", "char", "keyUp")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("modifiers", ALT);
            event.addProperty("key", key);
            event.addProperty("unmodifiedText", key);
            event.addProperty("text", key);
            event.addProperty("windowsVirtualKeyCode", (int) Character.toUpperCase(key.charAt(0)));
            session.send("Input.dispatchKeyEvent", event);
        }
        session.detach();
    }
}
