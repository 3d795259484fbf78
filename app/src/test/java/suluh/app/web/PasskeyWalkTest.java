package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.SeeAudit;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;
import suluh.core.casework.Role;

/** Makes a passkey in chromium's virtual authenticator and signs in with it, under the policy that allows no inline script. */
@BrowserTest
class PasskeyWalkTest {
    @TempDir
    private static Path folder;

    private static BrowserHouse served;
    private static Acting officer;
    private static Acting auditor;

    @BeforeAll
    static void start() throws IOException, InputException {
        House house = SmallHouse.open(folder.resolve("data"));
        officer = SmallHouse.person(
                house, "d11", "officer", Set.of(Role.ANALYST), BrowserHouse.PASSWORD, Passwords::hash);
        auditor = SmallHouse.person(
                house, "d11", "auditor", Set.of(Role.AUDITOR), BrowserHouse.PASSWORD, Passwords::hash);
        served = BrowserHouse.of(house);
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    @Test
    void signsInByAPasskeyMadeBeforeAndNoLongerOnceItWasRemoved() {
        String address = served.address().replace("127.0.0.1", "localhost");
        try (BrowserContext window = BrowserHouse.window(390, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            List<String> complaints = BrowserHouse.complaints(page);
            authenticator(window, page);
            page.navigate(address + "/sign-in");
            page.fill("input[name=username]", "officer");
            page.fill("input[name=password]", BrowserHouse.PASSWORD);
            page.click("main button[type=submit]");
            page.navigate(address + "/me");
            page.fill("#passkey input[name=label]", "this device");
            page.click("#passkey button[type=submit]");
            page.waitForURL("**/me?passkey");
            assertThat(page.locator("main li").textContent()).contains("this device");
            BrowserHouse.look(page, "passkey-made");

            signOut(page);
            page.click("button[data-signs-in]");
            page.waitForURL("**/cases");
            assertThat(complaints).as("the browser's console").isEmpty();

            page.navigate(address + "/me");
            page.click("main li button");
            signOut(page);
            page.click("button[data-signs-in]");
            page.locator("#passkey [role=alert]").waitFor();
            BrowserHouse.look(page, "passkey-removed");
        }
        assertThat(kinds("signed-in")).containsExactly("passkey", "password");
        assertThat(kinds("passkey-set")).hasSize(1);
        assertThat(kinds("passkey-removed")).hasSize(1);
    }

    private static void authenticator(BrowserContext context, Page page) {
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    private static void signOut(Page page) {
        page.click("header form button");
        page.waitForURL("**/sign-in?out");
    }

    /** Who signed in by what way, or what was done to passkeys, newest first. */
    private static List<String> kinds(String kind) {
        return SmallHouse.done(new SeeAudit(served.house())
                        .lines(auditor, new SeeAudit.Question("", officer.person(), kind, -1)))
                .lines()
                .stream()
                .map(line -> line.entry().subject().getOrDefault("way", "-"))
                .toList();
    }
}
