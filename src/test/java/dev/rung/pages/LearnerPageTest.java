package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a learner does on the page at {@code /}, as they would do it. */
class LearnerPageTest {
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

    private static void say(String words) {
        browser.type("#words", words).press("#ask");
        browser.see("#results article");
    }

    private static List<String> credentials() {
        return browser.texts("#results h3").stream()
                .map(title ->
                        title.replaceFirst("^\\d+\\s*", "").lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void wordsBecomeChipsThatCanBeCorrectedAndEveryCorrectionIsAnswered() {
        say("I have been a cook for four years. I bake pastries at home and want to become a pastry chef.");

        browser.see("#skills", "bake pastries");
        browser.see("#skills", "intermediate");
        browser.see("#target", "pastry chef");
        browser.until("document.querySelector('#years-0')?.value === '4'");
        browser.see("#gap h2", "pastry chef");
        browser.see("#results h3", "Pastry arts certificate");
        String before = browser.text("#gap-said");

        browser.press("#skill-bake-pastries").press("#skill-level").press("#skill-level option[value=expert]");
        browser.see("#skills", "expert");
        browser.press("#skill-evidence option[value=assessed]");
        browser.see("#gap .rung.held title");
        browser.seeOther("#gap-said", before);

        browser.press("#skills .chip button[aria-label='Remove bake pastries']");
        browser.see("#skills", "No skill named yet");
        browser.press("#undo");
        browser.see("#skills", "bake pastries");
    }

    @Test
    void whatWorkBringsCanBeTakenApart() {
        say("I have been a registered nurse for six years");

        browser.press("#work details summary").press("#work details button");

        browser.seeNo("#years-0");
        assertThat(browser.texts("#skills .chip")).hasSizeGreaterThan(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "accountant, financial analyst, 'Financial modelling essentials|FMVA|Postgraduate Certificate in Financial Analytics'",
        "cook,       pastry chef,       'Pastry arts certificate'",
        "parent,     teaching assistant,'Teaching assistant starter|Supporting children’s development'",
        "marketer,   Postgraduate Certificate in Digital Marketing Analytics, 'Data analytics for|Digital marketing'"
    })
    void theGoldenWalksComeOutSensibly(String who, String target, String expected) {
        browser.press("#example-" + who);
        browser.see("#results article");

        browser.see("#target", target);
        assertThat(credentials()).anyMatch(title -> title.matches(".*(" + expected + ").*"));
        assertThat(browser.texts("#results .sentence"))
                .allSatisfy(sentence -> assertThat(sentence).endsWith(".").hasSizeGreaterThan(10));
    }

    @Test
    void aParentWithLittleTimeAndMoneySeesOnlyWhatIsWithinThoseLimits() {
        browser.press("#example-parent");
        browser.see("#results article");

        assertThat(browser.see("#online").isSelected()).isTrue();
        assertThat(browser.see("#noFormalEntry").isSelected()).isTrue();
        assertThat(browser.see("#cost").getDomProperty("value")).isEqualTo("100");
        assertThat(browser.texts("#results .facts > :nth-child(3) dd"))
                .allMatch(cost -> cost.equals("free") || Double.parseDouble(cost.replace("€", "")) <= 100);
        assertThat(browser.texts("#results .facts > :nth-child(4) dd")).allMatch(how -> how.contains("online"));
        browser.see("#panel-credentials .note", "by your limits");
    }

    @Test
    void thePartsOfAScoreSumToIt() {
        browser.press("#example-cook");
        browser.see("#results article");
        browser.press("#results li .why summary");

        List<WebElement> points = browser.all("#results > li:first-child .why tbody td.number");
        double sum = points.stream()
                .mapToDouble(p -> Double.parseDouble(p.getText()))
                .sum();

        double score = Double.parseDouble(
                browser.see("#results > li:first-child .why tfoot td").getText());
        assertThat(sum).isCloseTo(score, within(0.005 * (points.size() + 1)));
    }

    @Test
    void limitsAreAnsweredAtOnceAndAnAmountThatIsNoneIsRefusedBesideItsField() {
        browser.press("#example-cook");
        browser.see("#panel-credentials h2", "best of");
        String all = browser.text("#panel-credentials h2");

        browser.press("#online");
        browser.seeOther("#panel-credentials h2", all);
        String online = browser.text("#panel-credentials h2");
        browser.type("#cost", "much");
        browser.see("#cost-error", "Write an amount");
        browser.see("#cost[aria-invalid=true]");
        browser.type("#cost", "20");
        browser.see("#cost[aria-invalid=false]");
        browser.seeOther("#panel-credentials h2", online);
        browser.press("#undo");
        browser.see("#panel-credentials h2", online);
        browser.press("#undo");
        browser.see("#panel-credentials h2", all);
    }

    @Test
    void whatIsTypedOrDraggedIsTakenBackAsOneChange() {
        browser.press("#example-cook");
        browser.see("#results article");
        String hours = browser.see("#hours").getDomProperty("value");
        String answers = "performance.getEntriesByName('answered').length";

        for (int i = 1; i <= 3; i++) {
            Object before = browser.run("return " + answers);
            browser.see("#hours").sendKeys(Keys.ARROW_RIGHT);
            int more = Integer.parseInt(hours) + i;
            browser.until("document.querySelector('#hours').value === '" + more + "'");
            browser.until(answers + " > " + before); // each is a question of its own, asked after a pause
        }
        browser.press("#undo");

        browser.until("document.querySelector('#hours').value === '" + hours + "'");
    }

    @Test
    void rolesAndJobsThatFitNowAndARoleBecomesTheAim() {
        browser.press("#example-accountant");
        browser.see("#results article");

        browser.press("#tab-roles");
        browser.see("#panel-roles h3", "accountant");
        browser.see("#panel-roles .met", "essential requirements met");
        browser.press("#tab-jobs");
        browser.see("#panel-jobs .issuer", "sample posting");
        browser.press("#tab-roles").see("#panel-roles h3");
        String second = browser.texts("#panel-roles h3").get(1);
        browser.press("#panel-roles li:nth-child(2) button");
        browser.see("#target", second);
        browser.press("#surprise");
        browser.press("#open-ended");
        browser.see("#target", "No target");
        browser.seeNo("#gap:not([hidden])");
    }

    @Test
    void whatWouldChangeAnAnswerIsAControlThatMakesTheChange() {
        browser.press("#example-parent");
        browser.see("#results article");
        browser.press("#results > li:first-child .changes summary");
        browser.see("#results > li:first-child .changes button", "Try it");
        String gap = browser.text("#gap-said");
        List<String> skills = browser.texts("#skills .chip");

        browser.press("#results > li:first-child .changes li:last-child button");
        browser.seeNo("#results .changes[open]");
        assertThat(browser.texts("#skills .chip")).isNotEqualTo(skills);
        browser.press("#undo");

        browser.see("#gap-said", gap);
        assertThat(browser.texts("#skills .chip")).isEqualTo(skills);
    }

    @Test
    void aFileIsReadInTheBrowserAndWhatCannotBeReadIsSaid(@TempDir Path folder) throws IOException {
        Path resume = Files.writeString(folder.resolve("resume.json"), """
                {"basics":{"summary":"I like working with spreadsheets."},
                 "work":[{"position":"accountant","startDate":"2018-01","endDate":"2024-01"}],
                 "skills":[{"name":"Excel","level":"Advanced"}],"languages":[{"language":"French","fluency":"Fluent"}],
                 "certificates":[{"name":"Data analytics for accountants"}]}""");
        Path pdf = Files.writeString(folder.resolve("cv.pdf"), "%PDF-1.7");
        Path text = Files.writeString(folder.resolve("cv.md"), "# Work\n\nSix years as a registered nurse.");
        Path nothing = Files.writeString(folder.resolve("empty.txt"), " \n");

        browser.see("#file").sendKeys(pdf.toString());
        browser.see("#words-error", "PDF files cannot be read here");
        browser.see("#file").sendKeys(nothing.toString());
        browser.see("#words-error", "This file is empty");
        browser.see("#file").sendKeys(resume.toString());
        browser.see("#work", "accountant");
        browser.until("document.querySelector('#years-0')?.value === '6'");
        browser.see("#skills", "French");
        browser.see("#credentials", "Data analytics for accountants");
        browser.see("#results article");
        browser.see("#file").sendKeys(text.toString());
        browser.see("#work", "nurse");
    }

    @Test
    void aBadgeIsHeldWithWhatACheckOfItFound(@TempDir Path folder) throws IOException {
        Path unsigned = Files.writeString(folder.resolve("badge.json"), """
                {"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "type":["VerifiableCredential","OpenBadgeCredential"],"issuer":"https://issuer.example",
                 "credentialSubject":{"type":["AchievementSubject"],"achievement":{"id":"urn:x","type":["Achievement"],"name":"Pastry arts certificate"}}}""");

        browser.see("#file").sendKeys(unsigned.toString());

        browser.see("#credentials .chip", "Pastry arts certificate");
        browser.see("#credentials .mark", "? unknown: signature");
        browser.see("#results article");
    }

    @Test
    void wordsThatSayNothingAreAnsweredBesideTheField() {
        browser.press("#ask");
        browser.see("#words-error", "Write a few words first");
        browser.type("#words", "xyzzy plugh").press("#ask");
        browser.see("#words-error", "No skill or job of this catalogue was found");
        assertThat(browser.texts("#answers")).containsExactly("");
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        browser.keys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Skip to the content");
        browser.keys(Keys.ENTER).until("document.activeElement.id === 'main'").keys(Keys.TAB);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("words");
        browser.keys("I bake pastries at home").keys(Keys.TAB).keys(Keys.ENTER);
        browser.see("#results article");

        browser.tabTo("#skill").keys("exc");
        browser.see("#skill:not([aria-busy]) ~ ul li[role=option]");
        browser.keys(Keys.ARROW_DOWN).keys(Keys.ENTER);
        browser.see("#skills .chip:nth-child(2)");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("skill");

        browser.tabTo("#aim-role").keys("pastry ch");
        browser.see("#aim-role:not([aria-busy]) ~ ul li[role=option]", "pastry chef");
        browser.keys(Keys.ESCAPE);
        browser.seeNo(".combo ul:not([hidden])");
        browser.keys(Keys.BACK_SPACE);
        browser.see("#aim-role:not([aria-busy]) ~ ul li[aria-selected=true]");
        browser.keys(Keys.ENTER);
        browser.see("#gap h2");

        browser.tabTo("#tab-credentials").keys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("tab-roles");
        browser.see("#panel-roles article");
        browser.keys(Keys.HOME);
        browser.see("#panel-credentials:not([hidden])");
    }

    @Test
    void whoeverTypesFasterThanTheServerAnswersGetsWhatWasTyped() {
        say("I bake pastries at home");
        browser.tabTo("#aim-role").keys("pastry").see("#aim-role:not([aria-busy]) ~ ul li[role=option]");
        browser.keys(Keys.BACK_SPACE.toString().repeat(6) + "data analyst" + Keys.ENTER);

        browser.see("#target", "data analyst");
        browser.seeNo(".combo ul:not([hidden])");
    }

    @Test
    void aServerThatCannotBeReachedIsSaidAndAskedAgain() {
        browser.press("#example-cook");
        browser.see("#results article");

        browser.offline(true);
        browser.press("#assessedOnly");
        browser.see("#trouble", "The server cannot be reached");
        browser.offline(false).forgetConsole();
        browser.press("#trouble button");
        browser.seeNo("#trouble .note");
        browser.see("#results article");
    }

    @Test
    void inPrintThereAreOnlyTheAnswers() {
        browser.press("#example-cook");
        browser.see("#results article");

        browser.print(true);
        assertThat(browser.see("header.bar").isDisplayed()).isFalse();
        assertThat(browser.see("#words").isDisplayed()).isFalse();
        assertThat(browser.see("#panel-roles").isDisplayed()).isTrue();
        assertThat(browser.see("#gap svg").isDisplayed()).isTrue();
        browser.print(false);
    }
}
