package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Several steps ahead, and several credentials side by side. */
class PathAndCompareTest {
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
    void open() {
        browser.desktop().light().open("/");
    }

    @AfterEach
    void theConsoleIsQuiet() {
        browser.checkConsole();
    }

    @Test
    void stepsAreAPictureAndAListThatSaysTheSame() {
        browser.press("#example-marketer");
        browser.see("#results article");

        browser.press("#tab-path");
        browser.see("#panel-path svg.path");

        List<String> listed = browser.texts("#panel-path .steps h3");
        List<String> drawn = browser.texts("#panel-path svg .title");
        assertThat(drawn).hasSameSizeAs(listed).isNotEmpty();
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.get(i)).startsWith((i + 1) + ". " + listed.get(i).substring(0, 4));
        }
        browser.see("#panel-path .axis", "weeks");
        browser.press("#plan-1");
        browser.see("#plan-1:checked");
        browser.press("#online").answered();
        browser.see("#panel-path:not([aria-busy]) h2");
        browser.dark().phone().checkReflow().checkAccessibility();
    }

    @Test
    void upToThreeStandSideBySide() {
        browser.press("#example-cook");
        browser.see("#results article");

        for (int i = 1; i <= 4; i++) browser.press("#results > li:nth-child(" + i + ") input[type=checkbox]");
        assertThat(browser.see("#results > li:nth-child(1) input[type=checkbox]")
                        .isSelected())
                .isFalse();
        browser.press("#compare-open");
        browser.see("#compare tbody tr");
        assertThat(browser.all("#compare thead th")).hasSize(3);
        assertThat(browser.texts("#compare tbody th")).contains("For you", "Cost", "Issuer");
        browser.checkAccessibility();
        browser.dark().phone().checkReflow();
        browser.keys(Keys.ESCAPE);
        browser.seeNo("#compare[open]");
    }
}
