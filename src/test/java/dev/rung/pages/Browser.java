package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * A headless Chromium with a profile of its own, and what the tests of all pages ask of it.
 *
 * <pre>{@code
 * try (Browser browser = Browser.start()) {       // skips the test, with a message, where no Chromium is installed
 *     browser.phone().dark().open("/");
 *     browser.type("#words", "I bake at home").press("#ask");
 *     browser.see("#results h3", "Pastry arts certificate");
 *     browser.checkConsole();
 *     browser.checkAccessibility();
 * }
 * }</pre>
 *
 * <p>Nothing here sleeps: every look waits until what is looked for is there, at most {@value #PATIENCE_SECONDS} seconds.
 */
public final class Browser implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final int MOST_TABS = 200;
    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of(
            "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver");
    private static final String AXE = read("/axe.min.js");

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Starts one that prefers English. */
    public static Browser start() {
        return start(Locale.ENGLISH);
    }

    /** Starts one that prefers this language; skips the running test where there is no Chromium. */
    public static Browser start(Locale language) {
        Optional<String> binary = installed("RUNG_CHROMIUM", BROWSERS);
        Optional<String> chromedriver = installed("RUNG_CHROMEDRIVER", DRIVERS);
        Assumptions.assumeTrue(
                binary.isPresent() && chromedriver.isPresent(),
                "no Chromium with its driver is installed (Debian: chromium, chromium-driver), so the pages are not tested in a browser");
        try {
            Path profile = Files.createTempDirectory("rung-browser");
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(Path.of(chromedriver.get()).toFile())
                    .withSilent(true)
                    .build();
            return new Browser(new ChromeDriver(service, options(binary.get(), profile, language)), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> installed(String variable, List<String> places) {
        return Stream.concat(Stream.ofNullable(System.getenv(variable)), places.stream())
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
    }

    private static ChromeOptions options(String binary, Path profile, Locale language) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary);
        // Without a sandbox since it runs as root on build machines; it opens this test's own pages only.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--no-first-run",
                "--lang=" + language.toLanguageTag(),
                "--user-data-dir=" + profile);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language.toLanguageTag()));
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    static String read(String resource) {
        try (InputStream in = Browser.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("not on the class path: " + resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window of 1280 by 900. */
    public Browser desktop() {
        return size(1280, 900, false);
    }

    /** A phone of the narrowest kind, 320 by 640. */
    public Browser phone() {
        return size(320, 640, true);
    }

    public Browser size(int width, int height, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
        return this;
    }

    public Browser light() {
        return prefers("light");
    }

    public Browser dark() {
        return prefers("dark");
    }

    private Browser prefers(String scheme) {
        // Nothing moves either, so that pictures and contrasts are those of a page at rest.
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** Opens a page of {@link Site} by its path, and waits until its script says that it is ready. */
    public Browser open(String path) {
        return visit(path.startsWith("http") ? path : Site.at(path));
    }

    private Browser visit(String address) {
        driver.get("about:blank");
        driver.get(address);
        see("html[data-ready]");
        return this;
    }

    /** A wait for whatever is looked for next, as long as this browser's patience lasts. */
    FluentWait<ChromeDriver> waiting(Supplier<String> complaint) {
        return new FluentWait<>(driver)
                .withTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .pollingEvery(Duration.ofMillis(25))
                .withMessage(complaint);
    }

    /** Waits for an element. */
    public WebElement see(String css) {
        return waiting(() -> "nothing is " + css + consoleSoFar())
                .ignoring(NoSuchElementException.class)
                .until(d -> d.findElement(By.cssSelector(css)));
    }

    /** Waits for a shown element that contains this text. */
    public WebElement see(String css, String text) {
        return waiting(() -> "no " + css + " says “" + text + "”; they say " + texts(css) + consoleSoFar())
                .ignoring(StaleElementReferenceException.class)
                .until(d -> d.findElements(By.cssSelector(css)).stream()
                        .filter(e -> e.isDisplayed() && e.getText().contains(text))
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until no element is there. */
    public Browser seeNo(String css) {
        waiting(() -> "still there: " + css + consoleSoFar())
                .until(d -> d.findElements(By.cssSelector(css)).isEmpty());
        return this;
    }

    /**
     * Waits until the learner's page shows the answers to all that was changed. From a change on, and before the deed that made it ends, they
     * are marked as those to an older question.
     */
    public Browser answered() {
        return seeNo("#answers[aria-busy]");
    }

    /** Waits for an element, and gives its text, even if it is drawn anew meanwhile. */
    public String text(String css) {
        return waiting(() -> "nothing is " + css + consoleSoFar())
                .ignoring(NoSuchElementException.class)
                .ignoring(StaleElementReferenceException.class)
                .until(d -> d.findElement(By.cssSelector(css)).getText());
    }

    /** Waits until this expression of JavaScript is true, such as about what stands in a shadow tree. */
    public Browser until(String expression) {
        waiting(() -> "never true: " + expression + consoleSoFar())
                .until(d -> Boolean.TRUE.equals(run("return Boolean(" + expression + ")")));
        return this;
    }

    /** Waits until an element says something else than this. */
    public Browser seeOther(String css, String text) {
        waiting(() -> css + " still says “" + text + "”" + consoleSoFar())
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .until(d -> !d.findElement(By.cssSelector(css)).getText().equals(text));
        return this;
    }

    /** All elements there are now. */
    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The element with the focus. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Presses Tab until this has the focus, as somebody without a mouse does. */
    public Browser tabTo(String css) {
        WebElement wanted = see(css);
        for (int i = 0; i < MOST_TABS; i++) {
            if (focused().equals(wanted)) return this;
            keys(Keys.TAB);
        }
        throw new AssertionError("the Tab key does not lead to " + css);
    }

    /** Takes the network away, or gives it back. */
    public Browser offline(boolean isOffline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", isOffline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    /** Shows the page as it would be printed, or on a screen again. */
    public Browser print(boolean isPrinted) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", isPrinted ? "print" : ""));
        return this;
    }

    /** Complaints so far were to be expected. */
    public Browser forgetConsole() {
        driver.manage().logs().get(LogType.BROWSER);
        return this;
    }

    /** The texts of all elements there are now; of one that is not shown: nothing. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String css) {
        return (List<String>) run(
                "return [...document.querySelectorAll(arguments[0])]"
                        + ".map(e => e.checkVisibility() ? (e.innerText ?? e.textContent).trim() : '')",
                css);
    }

    /** Presses an element once it is there, shown and enabled; one that is drawn anew meanwhile is looked for again. */
    public Browser press(String css) {
        return press(css, "");
    }

    /** Presses the first of these elements that contains this text. */
    public Browser press(String css, String text) {
        waiting(() -> "cannot be pressed: " + css + " “" + text + "”" + consoleSoFar())
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementNotInteractableException.class)
                .until(d -> {
                    WebElement element = text.isEmpty() ? see(css) : see(css, text);
                    run("arguments[0].scrollIntoView({block: 'center'})", element);
                    if (!element.isEnabled()) return false;
                    element.click();
                    return true;
                });
        return this;
    }

    /** Types into a field, in place of what is in it. */
    public Browser type(String css, String text) {
        waiting(() -> "cannot be typed into: " + css + consoleSoFar())
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementNotInteractableException.class)
                .until(d -> {
                    WebElement field = see(css);
                    field.clear();
                    field.sendKeys(text);
                    return true;
                });
        return this;
    }

    /** Presses keys wherever the focus is. */
    public Browser keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** What the window shows, as PNG. */
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** Runs JavaScript; {@code return …} gives a value back. */
    public Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    public ChromeDriver driver() {
        return driver;
    }

    private String consoleSoFar() {
        return "; console: " + driver.manage().logs().get(LogType.BROWSER).getAll();
    }

    /** Nothing in the console is an error or a warning. */
    public void checkConsole() {
        List<LogEntry> complaints = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .toList();
        assertThat(complaints).as("complaints in the console").isEmpty();
    }

    /**
     * The page is no wider than the window: nobody has to scroll sideways to read. Waits for it, since pictures are drawn anew some time after
     * the window has changed.
     */
    public Browser checkReflow() {
        waiting(
                        () -> "the page is too wide; widest: "
                                + run(
                                        "return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right >"
                                                + " document.documentElement.clientWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join('\\n')"))
                .until(d -> run("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                        .equals(true));
        return this;
    }

    /** Axe finds nothing serious or critical by WCAG 2.2 A and AA. */
    @SuppressWarnings("unchecked")
    public void checkAccessibility() {
        run("scrollTo(0, 0)");
        run(AXE);
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ["violations"],
                    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
                  .then(r => done(r.violations
                      .filter(v => v.impact === "serious" || v.impact === "critical")
                      .flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 200) + " " + (n.any[0]?.message ?? v.help)))),
                    e => done(["axe failed: " + e]));
                """);
        assertThat((List<String>) found).as("serious faults that axe finds").isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
        try {
            IOUtils.rm(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
