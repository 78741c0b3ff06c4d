package dev.rung.pages;

import org.junit.jupiter.api.Test;

class FirstLookTest {
    @Test
    void opens() {
        try (Browser browser = Browser.start()) {
            browser.desktop().light().open("/");
            browser.see("h1", "Which step next?");
            browser.checkConsole();
            browser.checkAccessibility();
            browser.checkReflow();
        }
    }
}
