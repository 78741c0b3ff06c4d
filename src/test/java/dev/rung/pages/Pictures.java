package dev.rung.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the README anew, in {@code docs}: {@code mvn test -Dtest=Pictures}. Its name keeps it out of the tests that always run.
 */
class Pictures {
    private static final Path FOLDER = Path.of("docs");

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    @Test
    void learner() throws IOException {
        browser.size(1280, 1060, false).light().open("/");
        browser.press("#example-accountant");
        browser.see("#results article");
        browser.run("scrollTo(0, 0)");
        take("learner.png");
    }

    @Test
    void learnersPath() throws IOException {
        browser.size(1280, 900, false).light().open("/");
        browser.press("#example-marketer");
        browser.see("#results article");
        browser.press("#tab-path");
        browser.see("#panel-path svg.path");
        browser.run("document.querySelector('.tabs').scrollIntoView()");
        take("learner-path.png");
    }

    @Test
    void learnerOnAPhone() throws IOException {
        browser.size(390, 844, true).dark().open("/");
        browser.press("#example-cook");
        browser.see("#results article");
        browser.run("document.querySelector('#answers').scrollIntoView()");
        take("learner-phone.png");
    }

    @Test
    void recruiter() throws IOException {
        browser.size(1280, 1060, false).light().open("/recruiter");
        browser.press("#example");
        browser.see("#people h3");
        browser.press("#list-0").press("#list-1");
        browser.run("document.activeElement.blur(); scrollTo(0, 0)");
        take("recruiter.png");
    }

    @Test
    void operator() throws IOException {
        browser.size(1280, 1060, false).light().open("/operator");
        browser.press("#evaluate");
        browser.see("#evaluation table");
        browser.run("document.activeElement.blur(); scrollTo(0, 0)");
        take("operator.png");
    }

    @Test
    void portal() throws IOException {
        try (ExamplePortal portal = ExamplePortal.open()) {
            browser.size(1280, 1000, false).light().driver().get(portal.at("/"));
            browser.until(
                    "document.querySelectorAll('rung-recommendations').length === 2"
                            + " && [...document.querySelectorAll('rung-recommendations')].every((each) => each.shadowRoot?.querySelector('.item'))");
            take("portal.png");
        }
    }

    private static void take(String name) throws IOException {
        Files.write(FOLDER.resolve(name), browser.picture());
    }
}
