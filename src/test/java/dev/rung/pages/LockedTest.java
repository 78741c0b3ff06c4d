package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.server.RungServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The learner's page of a server that answers those who have a key. */
class LockedTest {
    @Test
    void aLinkToACredentialAsksForTheKeyAndThenShowsIt(@TempDir Path folder) throws IOException {
        try (Keyed rung = Keyed.with(folder, "read", "recruit");
                Browser browser = Browser.start()) {
            browser.phone().dark().open(rung.at("/credentials/pastry-arts-certificate"));
            assertThat(browser.text("h1")).isEqualTo("What a credential is worth");
            browser.checkReflow().checkAccessibility();
            browser.type("#key", rung.second()).keys(Keys.ENTER);
            browser.see("#key-fault", "It needs the scopes read");
            browser.type("#key", rung.first()).keys(Keys.ENTER);
            browser.see("h1", "Pastry arts certificate");
            browser.see("main", "What it teaches");
            browser.checkReflow().checkAccessibility();

            browser.open(rung.at("/credentials/nonesuch"));
            browser.type("#key", rung.first()).keys(Keys.ENTER);
            browser.see("h1", "No such credential");
        }
    }

    private static final String KEY = "a-key-for-reading-that-nobody-guesses";

    @Test
    void theKeyIsAskedForUsedAndKeptNowhere(@TempDir Path folder) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), dev.rung.server.Keys.line("portal", "read", KEY) + "\n");
        try (Browser browser = Browser.start();
                RungServer server = Site.another(config -> config.withKeys(keys))) {
            browser.desktop().light().open("http://127.0.0.1:" + server.port() + "/");
            browser.type("#words", "I bake pastries at home").press("#ask");
            browser.see("#words-error", "This server wants a key");
            browser.checkAccessibility();
            browser.forgetConsole();

            browser.type("#key", KEY).press("#ask");
            browser.see("#results article");
            assertThat(browser.run("return JSON.stringify({...localStorage}) + document.cookie + location.href"))
                    .asString()
                    .doesNotContain(KEY);
            browser.checkConsole();
        }
    }
}
