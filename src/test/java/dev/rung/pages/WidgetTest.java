package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.server.RungServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** {@code <rung-recommendations>} in pages of another origin, under a policy that forbids everything it can do without. */
class WidgetTest {
    private static final String BAKER =
            "{&quot;text&quot;:&quot;Four years in a hotel kitchen, I bake at home and want to do pastry&quot;}";

    /** A result as hostile as a catalogue could make it. */
    private static final String HOSTILE = """
            {"generation":"g","model":"m","asOf":"2026-11-22","weights":{},"understood":{},"total":1,"results":[{"id":"../../x?y=1#z",
             "title":"<img src=x onerror=alert(1)><script>alert(2)</script>","score":0.5,"sentence":"<b>bold</b>","issuer":"<i>issuer</i>","opens":1,
             "reasons":[{"kind":"gain","contribution":0.3,"text":"<u>reason</u>"},{"kind":"unheard-of","contribution":0.2,"text":"new"}],
             "cost":{"amount":5,"currency":"not a currency"},"modes":["<s>mode</s>"],"obstacles":["<a href=javascript:alert(3)>x</a>"]}]}
            """;

    private static Browser browser;
    private static ForeignSite portal;
    private static RungServer rung;
    private static String script;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        portal = ForeignSite.start();
        rung = Site.another(config -> config.withOrigins(List.of(portal.origin())));
        portal.embeds("http://127.0.0.1:" + rung.port());
        script = "<script src=\"http://127.0.0.1:" + rung.port() + "/embed.js\" defer></script>";
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
        if (portal != null) portal.close();
        if (rung != null) rung.close();
    }

    @BeforeEach
    void forgetTheConsole() {
        browser.desktop().light().driver().manage().logs().get("browser");
    }

    private static void open(String body) {
        browser.open(portal.page("/page", script, body));
    }

    private static String widget(String attributes) {
        return "<rung-recommendations " + attributes + "></rung-recommendations>";
    }

    /** Waits until this expression is true; {@code w} is the first widget and {@code $} finds in it. */
    private static void until(String expression) {
        browser.waiting(() -> "never true: " + expression + "; the widget says "
                        + js("w?.shadowRoot.textContent") + "; the console says "
                        + browser.driver().manage().logs().get("browser").getAll())
                .until(d -> Boolean.TRUE.equals(js("Boolean(" + expression + ")")));
    }

    private static Object js(String expression) {
        return browser.run("const w = document.querySelector('rung-recommendations');"
                + "const $ = (css) => w.shadowRoot.querySelector(css);"
                + "const $$ = (css) => [...w.shadowRoot.querySelectorAll(css)]; return " + expression);
    }

    private static void answered() {
        until("w?.shadowRoot?.querySelector('section')?.getAttribute('aria-busy') === 'false'");
    }

    /** Waits until nothing holds on to the element any more: no timer, no listener, no observer, and no request that the browser still winds up. */
    private static void isCollected() {
        browser.waiting(() -> "something still holds on to the removed element").until(d -> {
            d.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
            return Boolean.TRUE.equals(browser.run("return window.was.deref() === undefined"));
        });
    }

    /** Has the page write down from now on what is asked and what happens. */
    private static void watch() {
        browser.run("""
                window.asked = []; window.told = [];
                const real = window.fetch;
                window.fetch = (url, options) => { window.asked.push({url: String(url), options}); return real(url, options); };
                for (const name of ["rung-answer", "rung-select", "rung-error"])
                  document.addEventListener(name, (event) => window.told.push([name, event.detail, event.composed]));
                """);
    }

    @ParameterizedTest
    @CsvSource({"desktop,light", "desktop,dark", "phone,light", "phone,dark"})
    void recommendsWithReasonsUnderAStrictPolicyOfAnotherOrigin(String window, String scheme) {
        if (window.equals("phone")) browser.phone();
        if (scheme.equals("dark")) browser.dark();
        open(widget("profile=\"" + BAKER + "\" limit=4 selectable href='/course/{id}'"));
        answered();
        js("$$('details').forEach((d) => d.open = true)");
        until("$$('.about').length === 4");

        assertThat(js("$$('.title').map((t) => t.textContent)").toString()).contains("Pastry arts certificate");
        assertThat(js("$('.sentence').textContent").toString()).startsWith("Adds ");
        assertThat(js("$('.facts').textContent").toString())
                .contains("within reach")
                .contains("hours");
        assertThat(js("$('.marks').textContent").toString()).contains("Assessed: ");
        assertThat(js("$('.footer').textContent").toString()).contains("Nothing here promises employment");
        browser.checkConsole();
        browser.checkReflow();
        browser.checkAccessibility();
    }

    @Test
    void theBarIsTheScore() {
        open(widget("profile=\"" + BAKER + "\" target='data analyst' limit=5"));
        answered();
        js("$$('details').forEach((d) => d.open = true)");

        assertThat((Boolean) js("""
                $$('.item').every((item) => {
                  const part = (css) => [...item.querySelectorAll(css)];
                  const sum = part('.value').reduce((sum, v) => sum + Number(v.textContent), 0);
                  const score = Number(item.querySelector('.number').textContent.replace('Score ', ''));
                  return part('.segment').length === part('.value').length && Math.abs(sum - score) < 0.005 * (part('.value').length + 1);
                })""")).isTrue();
        assertThat(
                        (Double)
                                js(
                                        "$$('.item')[0].querySelector('.bar').getBoundingClientRect().width"
                                                + " - $$('.item')[0].querySelectorAll('.segment').values().reduce((sum, s) => sum + s.getBoundingClientRect().width, 0) + 0.5"))
                .isBetween(0.0, 15.0);
    }

    @Test
    void severalOnAPageKeepToThemselves() {
        open(widget("id=one profile=\"" + BAKER + "\" theme=light limit=2")
                + widget("id=two profile=#data lang=es theme=dark target=data-analyst limit=1")
                + "<script type=\"application/json\" id=\"data\">{\"skills\":[{\"skill\":\"Excel\"}]}</script>");
        until(
                "[...document.querySelectorAll('rung-recommendations')].every((e) => e.shadowRoot?.querySelector('.title'))");

        assertThat(browser.run("return two.shadowRoot.querySelector('.heading').textContent"))
                .isEqualTo("Próximas credenciales recomendadas");
        assertThat(browser.run("return one.shadowRoot.querySelector('.heading').textContent"))
                .isEqualTo("Credentials to take next");
        assertThat(
                        browser.run(
                                "return one.shadowRoot.querySelectorAll('.item').length + '/' + two.shadowRoot.querySelectorAll('.item').length"))
                .isEqualTo("2/1");
        assertThat(browser.run("return getComputedStyle(one.shadowRoot.querySelector('section')).backgroundColor"))
                .isNotEqualTo(browser.run(
                        "return getComputedStyle(two.shadowRoot.querySelector('section')).backgroundColor"));
        browser.checkConsole();
        browser.checkAccessibility();
    }

    @Test
    void leavesNoGlobals() {
        browser.open(portal.page("/bare", "", ""));
        Object before = browser.run("return Object.getOwnPropertyNames(window).sort()");
        open(widget(""));
        answered();

        assertThat(browser.run("return Object.getOwnPropertyNames(window).sort()"))
                .isEqualTo(before);
    }

    @Test
    void aSecondScriptTagIsHarmless() {
        browser.open(portal.page("/twice", script + script.replace("embed.js", "embed.js?again"), widget("limit=1")));
        answered();

        browser.checkConsole();
    }

    @Test
    void removedWhileItAsksItStopsAskingAndIsGone() {
        open("");
        watch();
        browser.run("""
                // no answer: one that came before the removal would leave nothing to stop
                window.fetch = (url, options) => {
                  window.asked.push({url: String(url), options});
                  return new Promise((_, reject) => options.signal.addEventListener("abort", () => reject(options.signal.reason)));
                };
                """);
        browser.run("""
                const w = document.createElement("rung-recommendations");
                window.was = new WeakRef(w);
                w.setAttribute("target", "data analyst");
                document.body.append(w);
                """);
        until("window.asked.length === 1");
        browser.run("document.querySelector('rung-recommendations').remove()");
        assertThat((Boolean) browser.run("return window.asked[0].options.signal.aborted"))
                .isTrue();
        browser.run(
                "window.was.deref()?.setAttribute('target', 'cook'); window.was.deref()?.refresh(); window.asked.length = 0");
        isCollected();

        assertThat((List<?>) browser.run("return window.asked")).isEmpty();
        assertThat((List<?>) browser.run("return window.told")).isEmpty();
        browser.checkConsole();
    }

    @Test
    void removedAfterItsAnswerItIsGoneToo() {
        open("");
        watch();
        browser.run("""
                const w = document.createElement("rung-recommendations");
                window.was = new WeakRef(w);
                document.body.append(w);
                """);
        until("window.told.length === 1");
        browser.run("window.was.deref().remove(); window.asked.length = 0; window.told.length = 0");
        isCollected();

        assertThat((List<?>) browser.run("return window.asked")).isEmpty();
    }

    @Test
    void putElsewhereItWorksAgain() {
        open(widget("limit=1") + "<div id=elsewhere></div>");
        answered();
        browser.run("document.getElementById('elsewhere').append(document.querySelector('rung-recommendations'))");

        until("document.querySelector('#elsewhere rung-recommendations').shadowRoot.querySelector('.title')");
        answered();
        browser.checkConsole();
    }

    @Test
    void changesAskAgainOnceAndOnlyWhereTheyMatter() {
        open(widget("limit=1"));
        answered();
        watch();
        browser.run("""
                const w = document.querySelector("rung-recommendations");
                w.setAttribute("target", "data analyst"); w.setAttribute("region", "DE-BY"); w.setAttribute("limit", "2");
                w.profile = {experience: [{role: "accountant", months: 60}], constraints: {hoursPerWeek: 6}};
                """);
        until("window.told.length === 1 && $$('.item').length === 2");
        assertThat(browser.run("return window.asked.length + ' ' + window.asked[0].options.body"))
                .isEqualTo(
                        "1 {\"experience\":[{\"role\":\"accountant\",\"months\":60}],\"constraints\":{\"hoursPerWeek\":6,\"region\":\"DE-BY\"},"
                                + "\"limit\":2,\"target\":{\"role\":\"data analyst\"}}");

        browser.run("""
                const w = document.querySelector("rung-recommendations");
                w.setAttribute("theme", "dark"); w.setAttribute("lang", "de"); w.setAttribute("heading", "Meins"); w.setAttribute("heading-level", "2");
                """);
        until("$('h2')?.textContent === 'Meins' && $('.footer').textContent.includes('verspricht')");
        assertThat((Long) browser.run("return window.asked.length")).isEqualTo(1);
    }

    @Test
    void aPropertySetBeforeTheScriptHasLoadedCounts() {
        browser.open(portal.page("/late", "", widget("limit=1")));
        browser.run("document.querySelector('rung-recommendations').profile = {target: {role: 'data analyst'}};");
        browser.run(
                "document.querySelector('rung-recommendations').setAttribute('endpoint', arguments[0])",
                "http://127.0.0.1:" + rung.port());
        browser.run(Browser.read("/embed.js"));

        until("$('.sentence')?.textContent.includes('towards data analyst')");
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        open(widget("profile=\"" + BAKER + "\" limit=1 selectable"));
        answered();
        watch();
        browser.keys(Keys.TAB);
        assertThat(js("w.shadowRoot.activeElement.id")).isEqualTo("why-0");
        browser.keys(Keys.ENTER);
        until("$('details').open && $('.about')");
        browser.keys(Keys.TAB);
        assertThat(js("w.shadowRoot.activeElement.className"))
                .as("the issuer's site")
                .isEqualTo("link");
        browser.keys(Keys.TAB);
        browser.keys(Keys.SPACE);

        until("window.told.length === 1");
        assertThat(
                        browser.run(
                                "return window.told[0][0] + ' ' + window.told[0][1].id + ' ' + window.told[0][1].position + ' ' + window.told[0][2]"))
                .isEqualTo("rung-select " + js("$('details').dataset.id") + " 1 true");
        assertThat((Boolean) browser.run("return JSON.stringify(window.told).includes('kitchen')"))
                .as("what the person said is in no event")
                .isFalse();
    }

    @Test
    void screenReadersLearnWhatHappens() {
        open(widget("profile=\"" + BAKER + "\" limit=1 heading-level=2"));
        answered();

        assertThat(js("$('section').getAttribute('aria-labelledby') + ' ' + $('h2').id"))
                .isEqualTo("heading heading");
        assertThat(js("$('[role=status]').textContent")).isEqualTo("1 credential, best first");
        assertThat(js("$('h3').textContent + $('.bar').getAttribute('role')").toString())
                .endsWith("img");
        assertThat(js("$('.bar').getAttribute('aria-label')").toString()).matches("Skills \\d.*");
        assertThat(js("$('summary').getAttribute('aria-label')").toString())
                .startsWith(js("$('summary').textContent") + ": ");
        js("window.region = $('[role=status]')");
        browser.run("document.querySelector('rung-recommendations').setAttribute('limit', '2')");
        until("$('[role=status]').textContent.startsWith('2 ')");
        assertThat((Boolean) js("$('[role=status]') === window.region")).isTrue();
    }

    @Test
    void theFocusStaysWhereItWasWhenTheAnswerChanges() {
        open(widget("limit=2 selectable"));
        answered();
        js("$('#act-1').focus()");
        browser.run("document.querySelector('rung-recommendations').setAttribute('limit', '3')");
        until("$$('.item').length === 3");

        assertThat(js("w.shadowRoot.activeElement?.id")).isEqualTo("act-1");
    }

    @Test
    void aLinkLeadsToTheSiteOrAnEncryptedAddressAndCanBeHeldBack() {
        open(widget("limit=1 href='/course/{id}?from=rung'"));
        answered();
        assertThat(js("$('a.button').href"))
                .isEqualTo(portal.origin() + "/course/" + js("$('details').dataset.id") + "?from=rung");
        assertThat(js("$('a.button').rel")).isEqualTo("noopener");

        browser.run("document.addEventListener('rung-select', (event) => event.preventDefault())");
        js("$('a.button').click()");
        assertThat(browser.run("return location.pathname")).isEqualTo("/page");

        for (String refused : List.of(
                "javascript:alert(1)//{id}",
                "http://plain.example/{id}",
                "data:text/html,{id}",
                "https://a:b@c.example/")) {
            browser.run("document.querySelector('rung-recommendations').setAttribute('href', arguments[0])", refused);
            assertThat((Long) js("$$('a.button').length")).as(refused).isZero();
        }
        browser.run(
                "document.querySelector('rung-recommendations').setAttribute('href', 'https://portal.example/{id}')");
        assertThat(js("$('a.button').href").toString()).startsWith("https://portal.example/");
    }

    @Test
    void whateverACatalogueSaysIsText() {
        portal.answers("/hostile/v1/recommendations/credentials", HOSTILE);
        portal.answers("/hostile/v1/credentials/..%2F..%2Fx%3Fy%3D1%23z", "{}");
        portal.answers(
                "/hostile/v1/credentials/../../x?y=1#z",
                "{\"description\":\"<img src=x>\",\"issuer\":{\"name\":\"n\",\"url\":\"javascript:alert(1)\"}}");
        open(widget("endpoint=/hostile"));
        answered();
        js("$('details').open = true");
        until("$('.about')");

        assertThat(js("$$('img, script, b, i, u, s, a').length")).isEqualTo(0L);
        assertThat(js("$('.title').textContent").toString()).startsWith("<img src=x onerror=");
        assertThat(js("$('.facts').textContent").toString())
                .contains("5 not a currency")
                .contains("<s>mode</s>");
        assertThat(js("$$('.segment').length"))
                .as("an unheard-of reason is part of the bar too")
                .isEqualTo(2L);
        assertThat(portal.asked()).anyMatch(p -> p.equals("/hostile/v1/credentials/..%2F..%2Fx%3Fy%3D1%23z"));
        browser.checkConsole();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile=nonesuch",
                "profile='{'",
                "endpoint='javascript:0'",
                "target=nonesuch-role-of-nobody profile='{\"unknown\":1}'",
                "endpoint=/answers-nothing"
            })
    void aFaultIsToldAndCanBeTriedAgain(String attributes) {
        browser.open(portal.page("/fault", script, widget(attributes + " lang=de")));
        until("$('[role=alert]')");

        assertThat(js("$('[role=alert]').textContent").toString())
                .contains("Empfehlungen können gerade nicht gezeigt werden.");
        watch();
        js("$('#again').click()");
        until("window.told.length === 1");
        assertThat(browser.run("return window.told[0][0]")).isEqualTo("rung-error");
        assertThat(browser.run("return window.told[0][1].message").toString()).isNotBlank();
        answered();
        browser.checkAccessibility();
    }

    @Test
    void aSiteThatIsNotOnTheListGetsNothing() {
        try (ForeignSite other = ForeignSite.start()) {
            other.embeds("http://127.0.0.1:" + rung.port());
            browser.open(other.page("/page", script, widget("limit=1")));
            until("$('[role=alert]')");

            assertThat(js("$$('.item').length")).isEqualTo(0L);
        }
    }

    @Test
    void whatAPersonSaysIsInNoAddressNoLogAndNoStorage() {
        List<String> logged = Site.logged("/v1/recommendations/credentials", () -> {
            open(widget("profile='{\"text\":\"Zanzibar is where I learnt to bake\"}' limit=1"));
            answered();
            js("$('details').open = true");
            until("$('.about')");
        });

        assertThat(browser.run("return performance.getEntriesByType('resource').map((e) => e.name).join()")
                        .toString())
                .contains("/v1/recommendations/credentials")
                .doesNotContain("?")
                .doesNotContain("Zanzibar");
        assertThat((Long) browser.run("return localStorage.length + sessionStorage.length + document.cookie.length"))
                .isZero();
        assertThat(portal.asked()).noneMatch(path -> path.contains("Zanzibar"));
        assertThat(logged)
                .anyMatch(line -> line.contains("/v1/recommendations/credentials"))
                .noneMatch(line -> line.contains("Zanzibar"));
    }
}
