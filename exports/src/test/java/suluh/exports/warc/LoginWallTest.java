package suluh.exports.warc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginWallTest {
    private static final String FORM = "<form><input type='password'></form>";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://www.facebook.com/login/?next=x, true",
        "https://www.facebook.com/login.php, true",
        "https://www.instagram.com/accounts/login/, true",
        "https://x.com/i/flow/login, true",
        "https://www.facebook.com/groups/7, false",
        "https://kites.example/loginhistory, false",
        "https://kites.example/a b, false",
    })
    void knowsAddressesOfPagesToSignIn(String address, boolean expected) {
        assertThat(LoginWall.isLoginAddress(address)).isEqualTo(expected);
    }

    @Test
    void takesAFormWithLittleElseForAWall() {
        assertThat(LoginWall.ofPage("https://a.example/g", PageScan.of("<p>Welcome</p>" + FORM)))
                .isPresent();
    }

    @Test
    void takesNoPageWithContentForAWallBecauseOfItsForm() {
        String content = "<p>" + "A long post about kites. ".repeat(100) + "</p>";

        assertThat(LoginWall.ofPage("https://a.example/g", PageScan.of("<title>Kites</title>" + FORM + content)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Log in to Facebook, true",
        "Log masuk ke Facebook, true",
        "Masuk - Instagram, true",
        "\u767B\u5F55 Facebook, true",
        "Kite club, false",
        "Blog index, false",
    })
    void knowsTitlesInTheLanguagesOfTheComplaints(String title, boolean expected) {
        assertThat(LoginWall.ofText(title, "").isPresent()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"401,,true", "302,https://a.example/login,true", "302,https://a.example/next,false", "200,,false"})
    void readsTheServersAnswer(int status, String location, boolean expected) {
        assertThat(LoginWall.ofAnswer(status, location == null ? "" : location).isPresent())
                .isEqualTo(expected);
    }
}
