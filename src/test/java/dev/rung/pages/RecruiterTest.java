package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;

/** The recruiter's page: from a posting to people, their proofs, and a shortlist with its record. */
class RecruiterTest {
    private static final String POSTING =
            "We need a data analyst who must know SQL, must analyse data and build dashboards. Python would be a plus.";

    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void forgetTheConsole() {
        browser.desktop().light().driver().manage().logs().get("browser");
    }

    private static void until(BooleanSupplier there) {
        browser.waiting(() -> "never so; the page says " + browser.texts("#status, #people h3"))
                .ignoring(StaleElementReferenceException.class)
                .until(d -> there.getAsBoolean());
    }

    private static void search() {
        browser.open("/recruiter").type("#text", POSTING).press("#find");
        browser.see("#people h3");
    }

    /** What would be saved, caught on its way to the disk. */
    private static String saved(String button) {
        browser.run("""
                window.saved = null;
                URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return "blob:none"; };
                HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
                """);
        browser.press(button);
        return (String) browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const look = () => (window.saved === null ? requestAnimationFrame(look) : done(window.saved));
                look();
                """);
    }

    @Test
    void aPostingInALanguageThatIsReadForNamesOnlyIsSaidToBe() {
        browser.open("/recruiter")
                .type(
                        "#text",
                        "Sie erstellen die Lohnabrechnung für kleine Firmen und pflegen Änderungen in DATEV ein.")
                .press("#find");
        browser.see("#text-said", "2 skills found, 2 of them new. It seems to be in a language that is not read");
    }

    @Test
    void beforeAnythingIsAskedItSaysWhatToDoAndOffersAnExample() {
        browser.open("/recruiter");
        browser.see("#empty", "Paste the text of a posting");
        browser.see("#example-text", "We are looking for a data analyst");
        browser.checkReflow().checkAccessibility();

        browser.press("#example-try");
        browser.see("#people h3");
        browser.seeNo("#empty:not([hidden])");
        browser.press("#clear");
        browser.see("#empty", "Begin with a job");
    }

    @Test
    void aPostingBecomesSkillsToCorrectAndPeopleWithProofs() {
        search();

        assertThat(browser.texts(".need .label"))
                .anyMatch(l -> l.startsWith("SQL"))
                .anyMatch(l -> l.startsWith("Python"));
        assertThat(browser.run("return document.querySelector('.need.optional .label').textContent")
                        .toString())
                .startsWith("Python");
        assertThat(browser.texts("#people h3")).isNotEmpty().allMatch(name -> name.contains("invented person"));
        browser.see("#people .proof .findings", "Signature: valid");
        browser.see("#status", "answer this at least in part");
        browser.checkConsole();
    }

    @Test
    void eachCorrectionIsAnsweredAtOnce() {
        search();
        int all = browser.texts(".need").size();
        for (int left = all; left > 1; left--)
            browser.press("#need-remove-0").until("document.querySelectorAll('.need').length === " + (left - 1));

        browser.see("#needs-count", "1 skill needed");
        until(() -> browser.all("#people > li:first-child .cell").size() == 1);
        assertThat(browser.texts("#people .cell")).allMatch(cell -> cell.contains("Python"));
        browser.press("#need-remove-0");
        browser.see("#status", "Name at least one skill first");
        assertThat(browser.texts("#people h3")).isEmpty();
    }

    @Test
    void aRoleBringsWhatItAsksForWithLevels() {
        browser.open("/recruiter").type("#role", "pastry che");
        browser.press("#role:not([aria-busy]) ~ ul li", "pastry chef");
        browser.see(".need .label", "bake pastries");

        assertThat(browser.run("return document.querySelector('#need-level-0').value"))
                .isEqualTo("advanced");
        browser.see("#people h3");
    }

    @Test
    void onlyWhatWasCheckedAndHoldsCounts() {
        search();
        int all = browser.texts("#people h3").size();
        browser.press("#verified");
        browser.see("#people .proof .whole.valid");
        until(() -> browser.texts("#people h3").size() < all);

        browser.run("document.querySelectorAll('#people details').forEach((d) => d.open = true)");
        assertThat(browser.texts("#people .proof .whole")).isNotEmpty().allMatch("Verified"::equals);
        assertThat((Long) browser.run("return document.querySelectorAll('#people .cell .sign').length"))
                .isPositive();
        assertThat(browser.texts("#people .proven").size())
                .isEqualTo(
                        browser.run("return document.querySelectorAll('#people .cell:not(.missing)').length")
                                        instanceof Long n
                                ? n.intValue()
                                : -1);
        browser.checkConsole();
    }

    /** How many people the status says were found; 0 while it says anything else. */
    private static int found() {
        String status = browser.text("#status");
        return status.matches("\\d.*") ? Integer.parseInt(status.substring(0, status.indexOf(' '))) : 0;
    }

    @Test
    void registriesAndAgeNarrowTheSearch() {
        search();
        int all = found();
        browser.type("#registries", "A registry that nobody keeps").keys(Keys.TAB);
        browser.see("#status", "Nobody in this catalogue answers this");

        browser.run("document.getElementById('registries').value = ''");
        browser.type("#age", "3").keys(Keys.TAB);
        until(() -> found() > 0 && found() < all);
        browser.checkConsole();
    }

    @Test
    void unknownLooksLikeNeitherOfTheOthers() {
        browser.open("/recruiter");
        @SuppressWarnings("unchecked")
        List<String> looks = (List<String>) browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                import("/web/recruiter/verdict.js").then(({findings, summary}) => {
                  const verdict = (finding) => ({signature: finding, dates: finding, status: finding, issuer: finding});
                  const looks = ["valid", "invalid", "unknown"].map((finding) => {
                    const list = findings(verdict(finding));
                    document.body.append(list);
                    const mark = list.querySelector("li");
                    const style = getComputedStyle(mark);
                    return [mark.textContent, mark.querySelector("svg").innerHTML, style.borderTopStyle, style.color, summary(finding === "valid", verdict(finding)).textContent];
                  });
                  const none = summary(false, undefined).textContent;
                  done([...looks[0].map((_, i) => String(new Set(looks.map((look) => look[i])).size)), looks[2][0], looks[2][4], none]);
                });
                """);

        assertThat(looks.subList(0, 5))
                .as("words, shapes, frames, colours and sums of the three findings all differ")
                .containsOnly("3");
        assertThat(looks.get(5)).isEqualTo("Signature: not known");
        assertThat(looks.get(6)).isEqualTo("Not known: could not be checked in full");
        assertThat(looks.get(7)).isEqualTo("A claim, not checked");
    }

    @Test
    void whatIsLackingIsShown() {
        search();
        browser.run("document.querySelectorAll('#people details').forEach((d) => d.open = true)");

        browser.see("#people .ways h4", "What the person lacks for the job");
        browser.see("#people .ways li", "wanted: intermediate");
    }

    @Test
    void theShortlistIsSavedWithAllThatMadeIt() throws Exception {
        search();
        browser.press("#list-0").press("#list-1");
        assertThat(browser.see("#list-0").getDomAttribute("aria-pressed")).isEqualTo("true");

        JsonNode record = Json.mapper().readTree(saved("#save-json"));
        assertThat(record.path("shortlist")).hasSize(2);
        assertThat(record.at("/shortlist/0/evidence")).isNotEmpty();
        assertThat(record.path("decision").asText()).startsWith("decision-");
        assertThat(record.path("generation").asText()).isNotEmpty();
        assertThat(record.path("model").asText()).isNotEmpty();
        assertThat(record.path("asOf").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(record.path("weights").path("met").isNumber()).isTrue();
        assertThat(record.path("digest").asText()).matches("[0-9a-f]{64}");
        assertThat(record.at("/request/requirements")).hasSameSizeAs(browser.texts(".need"));
        assertThat(browser.run("return window.savedAs")).asString().matches("shortlist-\\d{4}-\\d\\d-\\d\\d\\.json");

        String csv = saved("#save-csv");
        assertThat(csv.lines())
                .hasSize(3)
                .filteredOn(line -> line.contains(record.path("decision").asText()))
                .hasSize(2);
        assertThat(csv).startsWith("\"place\",\"id\",\"name\"").contains("signature valid");
        browser.checkConsole();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=HYPERLINK(\"https://evil.example\")|\"'=HYPERLINK(\"\"https://evil.example\"\")\"",
                "+1|\"'+1\"",
                "-2+3|\"'-2+3\"",
                "@SUM(A1)|\"'@SUM(A1)\"",
                "\\t=1|\"\\t'=1\"",
                "bake; =1+1|\"bake; '=1+1\"",
                "\uff1d1|\"'\uff1d1\"",
                "Ada Sample|\"Ada Sample\"",
                "a-b|\"a-b\"",
            })
    void aSpreadsheetTakesNoCellForAFormula(String given, String expected) {
        browser.open("/recruiter");
        String text = given.translateEscapes();

        assertThat(browser.driver()
                        .executeAsyncScript(
                                "const done = arguments[arguments.length - 1];"
                                        + "import('/web/recruiter/shortlist.js').then(({cell}) => done(cell(arguments[0])))",
                                text))
                .isEqualTo(expected.translateEscapes());
    }

    @Test
    void aServerWithKeysIsAskedWithTheKeyInAHeaderAndNowhereElse() throws Exception {
        try (Keyed rung = Keyed.with(folder, "read,recruit", "read")) {
            browser.open(rung.at("/recruiter")).see("#key");
            browser.type("#key", rung.first()).keys(Keys.ENTER);
            browser.type("#text", POSTING).press("#find");
            browser.see("#people h3");

            assertThat(browser.run("return performance.getEntriesByType('resource').map((e) => e.name).join()")
                            .toString())
                    .doesNotContain(rung.first());
            assertThat(browser.run("return location.href").toString()).doesNotContain("rung_");
            assertThat((Long)
                            browser.run("return sessionStorage.length + localStorage.length + document.cookie.length"))
                    .isZero();
            browser.checkConsole();
            browser.checkAccessibility();
        }
    }

    @Test
    void theKeyStaysInTheTabOnlyOnAsking() throws Exception {
        try (Keyed rung = Keyed.with(folder, "read,recruit", "read")) {
            browser.open(rung.at("/recruiter")).type("#key", rung.first()).press(".key .choice input");
            assertThat(browser.run("return sessionStorage.getItem('rung.key')")).isEqualTo(rung.first());
            browser.press(".key .choice input");
            assertThat((Long) browser.run("return sessionStorage.length + localStorage.length"))
                    .isZero();
        }
    }

    @Test
    void aKeyThatDoesNotReachIsToldPlainly() throws Exception {
        try (Keyed rung = Keyed.with(folder, "read,recruit", "read")) {
            browser.open(rung.at("/recruiter")).type("#key", rung.second()).keys(Keys.ENTER);
            browser.type("#text", POSTING).press("#find");
            browser.see("#key-fault", "It needs the scopes recruit, read");

            browser.type("#key", "rung_wrong").keys(Keys.ENTER);
            browser.see("#key-fault", "does not know that key");
            browser.type("#key", rung.first()).keys(Keys.ENTER);
            browser.see("#people h3");
        }
    }

    @ParameterizedTest
    @CsvSource({"desktop,light", "desktop,dark", "phone,light", "phone,dark"})
    void everybodyCanUseIt(String window, String scheme) {
        if (window.equals("phone")) browser.phone();
        if (scheme.equals("dark")) browser.dark();
        search();
        browser.press("#list-0");
        browser.run("document.querySelectorAll('#people details').forEach((d) => d.open = true)");

        browser.checkConsole();
        browser.checkReflow();
        browser.checkAccessibility();
    }

    @Test
    void itSpeaksOtherLanguages() {
        try (Browser german = Browser.start(Locale.GERMAN)) {
            german.desktop().light().open("/recruiter").type("#text", POSTING).press("#find");
            german.see("#people .proof .findings", "Signatur: gültig");
            german.see("#status", "Personen passen wenigstens zum Teil");
            german.checkConsole();
        }
    }

    @Test
    void whatIsPastedIsInNoAddressNoLogAndNoStorage() {
        List<String> logged = Site.logged("/v1/candidates/search", () -> {
            browser.open("/recruiter")
                    .type("#text", "Zanzibar Ltd needs somebody who knows SQL")
                    .press("#find");
            browser.see("#people h3");
        });

        assertThat(browser.run("return performance.getEntriesByType('resource').map((e) => e.name).join()")
                        .toString())
                .contains("/v1/candidates/search")
                .doesNotContain("Zanzibar");
        assertThat((Long) browser.run("return localStorage.length + sessionStorage.length + document.cookie.length"))
                .isZero();
        assertThat(logged)
                .anyMatch(line -> line.contains("/v1/candidates/search"))
                .noneMatch(line -> line.contains("Zanzibar"));
    }
}
