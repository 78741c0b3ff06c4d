package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody says about themselves stays where they said it: in no address, no log, and no storage that they did not agree to. */
class PrivacyTest {
    private static final String SECRET = "Quillibert";
    private static final String WORDS =
            "I am " + SECRET + ", I bake pastries at home, I am a cook and want to become a pastry chef.";

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void say() {
        browser.desktop().light().open("/");
        browser.run("localStorage.clear()"); // what another test may have left, and this page has read already
        browser.open("/");
        browser.type("#words", WORDS).press("#ask");
        browser.see("#results article");
    }

    private static String stored() {
        return (String) browser.run(
                "return JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage}) + document.cookie");
    }

    @SuppressWarnings("unchecked")
    private static List<String> addresses() {
        return (List<String>) browser.run("return performance.getEntriesByType('resource').map(e => e.name)");
    }

    @Test
    void noAddressThatIsAskedForAndNoLineOfTheLogNamesIt() {
        List<String> logged = Site.logged("/v1/recommendations:batch", () -> {
            say();
            browser.press("#online").answered();
        });

        assertThat(addresses())
                .isNotEmpty()
                .noneMatch(address -> address.contains(SECRET)
                        || address.contains("bake")
                        || address.contains("cook")
                        || address.contains("?"));
        assertThat(browser.run("return location.href")).isEqualTo(Site.at("/"));
        assertThat(logged)
                .anyMatch(line -> line.contains("/v1/recommendations"))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(SECRET.toLowerCase(Locale.ROOT))
                        || line.contains("bake"));
    }

    @Test
    void nothingIsStoredBeforeConsentNorAfterItIsWithdrawnAndNeverTheWordsThemselves() {
        browser.press("#theme option[value=dark]");
        assertThat(stored()).isEqualTo("{}{}");

        browser.press("#remember");
        assertThat(stored()).contains("bake-pastries", "dark").doesNotContain(SECRET);
        browser.open("/");
        browser.see("#skills", "bake pastries");
        browser.see("html[data-theme=dark]");
        assertThat(browser.see("#remember").isSelected()).isTrue();

        browser.press("#remember");
        assertThat(stored()).isEqualTo("{}{}");
        browser.open("/");
        assertThat(browser.see("#known").isDisplayed()).isFalse();
    }

    @Test
    void aLinkHoldsWhatIsKnownBehindTheHashAndNotTheWords() {
        browser.press("#online").answered().press("#share");
        browser.until("document.querySelector('#link')?.value");
        String link = browser.see("#link").getDomProperty("value");
        List<String> results = browser.texts("#results h3");

        assertThat(link).startsWith(Site.at("/#s=")).doesNotContain(SECRET, "bake");
        browser.open(link);
        browser.see("#skills", "bake pastries");
        assertThat(browser.see("#online").isSelected()).isTrue();
        assertThat(browser.see("#words").getDomProperty("value")).isEmpty();
        browser.see("#results article");
        assertThat(browser.texts("#results h3")).hasSameSizeAs(results);
        assertThat(addresses()).noneMatch(address -> address.contains("#") || address.contains("s="));
        assertThat(stored()).isEqualTo("{}{}");
    }

    @Test
    void aDamagedLinkIsSaidToBeDamaged() {
        browser.open("/#s=AAAA");
        browser.see("#words-error", "This link is damaged");
        browser.checkConsole();
    }
}
