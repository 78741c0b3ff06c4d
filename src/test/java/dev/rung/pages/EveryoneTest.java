package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The learner's page for everybody: with any eyes, on any screen, in any of its languages. */
class EveryoneTest {
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    static Stream<List<String>> looks() {
        return Stream.of("light", "dark")
                .flatMap(scheme -> Stream.of("phone", "desktop").map(s -> List.of(scheme, s)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingSeriousIsInAnybodysWay(List<String> look) {
        if (look.getFirst().equals("dark")) browser.dark();
        else browser.light();
        if (look.getLast().equals("phone")) browser.phone();
        else browser.desktop();

        browser.open("/");
        check();
        browser.press("#ask");
        browser.see("#words-error", "Write a few words");
        check();
        browser.press("#example-marketer");
        browser.see("#results article");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.see("#results .changes li");
        browser.seeNo("#results [aria-busy]");
        browser.press("#skills .chip .name");
        browser.see("#skill-editor");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        check();
        for (String tab : List.of("roles", "jobs")) {
            browser.press("#tab-" + tab);
            browser.see("#panel-" + tab + " article");
            check();
        }
        browser.checkConsole();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void neitherIsAnythingOnThePagesThatAreOnlyRead(List<String> look) {
        if (look.getFirst().equals("dark")) browser.dark();
        else browser.light();
        if (look.getLast().equals("phone")) browser.phone();
        else browser.desktop();

        for (String page : List.of("/docs", "/credentials/pastry-arts-certificate", "/credentials/nonesuch")) {
            browser.driver().get(Site.at(page));
            browser.see(".bar nav a[href='/operator']", "Operation");
            browser.checkReflow();
            // One look is enough for the page of all requests, which is by far the longest: the others share its look.
            if (!page.equals("/docs") || look.equals(List.of("dark", "phone"))) browser.checkAccessibility();
        }
        browser.forgetConsole(); // of the last page, that it is not there
    }

    @Test
    void onAPhoneTheBarHasTwoRows() {
        for (String page : List.of("/", "/recruiter", "/operator")) {
            browser.size(390, 844, true).light().open(page);
            assertThat((Long) browser.run(
                            "return new Set([...document.querySelectorAll('.bar a, .bar select')].map(e => Math.round((e.getBoundingClientRect().top"
                                    + " + e.getBoundingClientRect().bottom) / 8))).size"))
                    .as("rows of the bar on " + page)
                    .isLessThanOrEqualTo(2);
        }
    }

    private static void check() {
        browser.checkAccessibility();
        browser.checkReflow();
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, de, Welcher Schritt kommt als nächster?, 'Wesentliche Anforderungen'",
        "es-MX, es, ¿Cuál es el próximo paso?,           'Requisitos esenciales'",
        "fr-FR, en, Which step next?,                    'Essential requirements'"
    })
    void itSpeaksWhatTheBrowserPrefers(String preferred, String spoken, String heading, String gap) {
        try (Browser other = Browser.start(Locale.forLanguageTag(preferred))) {
            other.desktop().light().open("/");
            other.see("html[lang=" + spoken + "]");
            other.see("h1", heading);
            other.press("#example-cook");
            other.see("#gap-said", gap);
            other.checkConsole();
        }
    }

    @Test
    void theLanguageCanBeSwitchedAndNothingIsLostByIt() {
        browser.desktop().light().open("/");
        browser.press("#example-cook");
        browser.see("#gap-said", "Essential requirements");

        browser.press("#language option[value=de]");

        browser.see("#gap-said", "Wesentliche Anforderungen");
        browser.see("#tab-credentials", "Nächste Qualifikation");
        browser.see("#skills", "bake pastries");
        assertThat(browser.text("#ask")).isEqualTo("Meine nächsten Schritte zeigen");
        browser.checkConsole();
    }

    @Test
    void whatCanBePressedIsLargeEnough() {
        browser.phone().light().open("/");
        browser.press("#example-cook");
        browser.see("#results article");

        assertThat((List<?>) browser.run("""
                return [...document.querySelectorAll('button, select, input, summary, a[href]')]
                  .filter(e => e.checkVisibility() && !e.closest('.unseen, .skip') && !e.matches('.unseen, .skip') && getComputedStyle(e).display !== 'inline')
                  .map(e => [e.closest('label.choice') ?? e, e])
                  .filter(([target]) => { const r = target.getBoundingClientRect(); return r.width < 24 || r.height < 24; })
                  .map(([, e]) => e.outerHTML.slice(0, 120));
                """)).isEmpty();
    }
}
