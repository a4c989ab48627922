package dev.hotpix.demo.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium that the machine has, driven by its own driver. Nothing is downloaded: where either is missing,
 * the tests are skipped, and say so.
 */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    // Held, or its level would be forgotten. It warns that a protocol that is not used here is newer than Selenium.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        Optional<File> browser = BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        Optional<File> service = onPath("chromedriver");
        assumeTrue(browser.isPresent() && service.isPresent(),
                "SKIPPED: no Chromium with its chromedriver here (Debian: apt-get install chromium chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get());
        options.addArguments("--headless=new", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--hide-scrollbars", "--window-size=1440,900");
        if (System.getProperty("user.name").equals("root")) {
            // As in containers: Chromium's sandbox refuses to run as root.
            options.addArguments("--no-sandbox");
        }
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, Level.ALL.getName()));
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(service.get()).usingAnyFreePort().withSilent(true).build();
        return new Browser(new ChromeDriver(driver, options));
    }

    void go(String url) {
        driver.get(url);
    }

    /** The first that matches, once there is one. */
    WebElement find(String css) {
        await(() -> !driver.findElements(By.cssSelector(css)).isEmpty());
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    void click(String css) {
        find(css).click();
    }

    Object script(String javascript, Object... arguments) {
        return driver.executeScript(javascript, arguments);
    }

    void press(Keys... keys) {
        // Not to the element: to one for files that would name a file.
        new Actions(driver).sendKeys(keys).perform();
    }

    interface Condition {
        boolean holds();
    }

    void await(Condition condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50)).until(any -> condition.holds());
    }

    void awaitImages() {
        await(() -> (Boolean) script("return [...document.images].every("
                + "image => image.loading === 'lazy' && !image.complete || image.complete && image.naturalWidth > 0)"));
    }

    /** The viewport, in CSS pixels: windows cannot be made as narrow as a telephone. */
    void resize(int width, int height) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void dark(boolean dark) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** By how many pixels the page is wider than the window. */
    long overflow() {
        return ((Number) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    /** Errors and warnings of the console since the last call. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::toString).toList();
    }

    /** The whole page, kept under the build's folder. */
    void screenshot(String name, int width) throws IOException {
        resize(width, 900);
        awaitImages();
        int height = ((Number) script("return document.documentElement.scrollHeight")).intValue();
        resize(width, height);
        awaitImages();
        Path folder = Files.createDirectories(Path.of(System.getProperty("hotpix.screenshots")));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        resize(width, 900);
    }

    /** What axe-core finds wrong by WCAG 2.1 A and AA, contrast and alternative texts among it. */
    @SuppressWarnings("unchecked")
    List<String> axeViolations() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) driver.executeAsyncScript("const done = arguments[0];"
                + "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then("
                + "result => done(result.violations.flatMap(violation => violation.nodes.map("
                + "node => violation.id + ': ' + node.html + ' ' + node.failureSummary))), "
                + "error => done([String(error)]))");
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }
}
