package dev.hotpix.demo.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a visitor sees and does, which must be the same with and without the agent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebDemoTests {

    static final int[] WIDTHS = {360, 768, 1440};
    static final int PICKED = 4;
    private static final int STARTERS = 8;

    @TempDir
    Path files;

    DemoApp app;
    Browser browser;

    abstract boolean withAgent();

    @BeforeAll
    void start() throws IOException, InterruptedException {
        browser = Browser.open();
        app = DemoApp.running(withAgent());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingInTheConsole() {
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void galleryInThreeSizes() throws IOException {
        openGallery();
        assertEquals(STARTERS, browser.all("#grid img").size());
        for (String size : List.of("small", "medium", "large")) {
            browser.script("document.querySelector('input[value=" + size + "]').click()");
            browser.awaitImages();
            WebElement first = browser.find("#grid img");
            assertTrue(first.getAttribute("src").endsWith("/" + size + ".jpg"), first.getAttribute("src"));
            // What came is as large as what was announced.
            assertEquals(first.getDomAttribute("width"),
                    String.valueOf(browser.script("return arguments[0].naturalWidth", first)));
        }
    }

    @Test
    void uploadIsTurnedUprightShownAndRemoved() throws IOException {
        openGallery();
        Path photo = Files.write(files.resolve("my holiday.jpg"), TestPhoto.markedOnTop(6));
        Path text = Files.writeString(files.resolve("text.jpg"), "this is no photo");
        browser.find("#files").sendKeys(photo + "\n" + text);
        browser.await(() -> browser.all("#messages .notice").size() == 2);
        assertEquals("my holiday is in the gallery.", browser.text("#messages .good"));
        assertEquals("text.jpg: neither JPEG nor PNG", browser.text("#messages .bad"));
        WebElement card = browser.find("#grid img[alt='my holiday']");
        browser.await(() -> (Boolean) browser.script("return arguments[0].scrollIntoView(),"
                + " arguments[0].complete && arguments[0].naturalWidth > 0", card));
        assertTrue(browser.find("#grid li:last-child .caption").getText().contains("300 × 400"));
        assertUpright(card);

        browser.script("arguments[0].closest('a').click()", card);
        browser.find("#stage img");
        browser.click("#toggle");
        browser.await(() -> browser.find("#stage img").getAttribute("src").endsWith("full.jpg"));
        browser.awaitImages();
        assertUpright(browser.find("#stage img"));
        assertEquals("300x400", browser.script("const i = document.querySelector('#stage img');"
                + " return i.naturalWidth + 'x' + i.naturalHeight"));
        browser.click("#remove");
        browser.find("#grid");
        browser.await(() -> browser.all("#grid img").size() == STARTERS);
    }

    @Test
    void everyControlIsReachedByKeyboard() throws IOException {
        openGallery();
        List<String> reached = tabThrough(STARTERS + 12);
        assertTrue(reached.containsAll(List.of("a.skip", "a.brand", "button#theme", "input#files")),
                reached.toString());
        assertEquals(STARTERS, reached.stream().filter(name -> name.startsWith("a/photo.html")).count(),
                reached.toString());

        browser.find("#grid a").sendKeys(Keys.ENTER);
        browser.find("#stage img");
        String first = browser.text("#title");
        browser.press(Keys.ARROW_RIGHT);
        browser.await(() -> !browser.text("#title").equals(first) && !browser.text("#title").equals("Photo"));
        browser.press(Keys.ARROW_LEFT);
        browser.await(() -> browser.text("#title").equals(first));

        openRace();
        List<String> race = tabThrough(STARTERS + 14);
        assertTrue(race.containsAll(List.of("select#rounds", "button#start")), race.toString());
        assertEquals(STARTERS, race.stream().filter("input"::equals).count(), race.toString());
    }

    @Test
    void themeIsChosenAndKept() throws IOException {
        openGallery();
        String light = background();
        browser.dark(true);
        assertFalse(background().equals(light));
        browser.click("#theme");
        assertEquals("light", browser.text("#theme-name"));
        assertEquals(light, background());
        openRace();
        assertEquals("light", browser.text("#theme-name"));
        assertEquals(light, background());
        browser.script("delete localStorage.theme");
        browser.dark(false);
    }

    final void openGallery() {
        browser.resize(1440, 900);
        browser.go(app.url(""));
        browser.await(() -> browser.all("#grid img").size() >= STARTERS);
        browser.awaitImages();
    }

    final void openRace() {
        browser.resize(1440, 900);
        browser.go(app.url("race.html"));
        browser.await(() -> browser.all("#picks img").size() >= STARTERS);
        browser.await(() -> browser.find("#start").isEnabled());
        browser.await(() -> !browser.text("#agent-title").startsWith("Looking"));
    }

    /** Runs a race to its end by the keyboard. */
    final void race() {
        browser.script("document.querySelectorAll('#picks input').forEach((input, i) => i % 2 || input.click())");
        assertTrue(browser.text("#picked").startsWith(PICKED + " of " + STARTERS), browser.text("#picked"));
        browser.script("const rounds = document.getElementById('rounds');"
                + "rounds.add(new Option(arguments[0])); rounds.value = arguments[0]",
                System.getProperty("hotpix.test.rounds"));
        browser.find("#start").sendKeys(Keys.ENTER);
        browser.await(() -> browser.text("#state").startsWith("Racing"));
        browser.find("#latency svg circle");
        browser.await(() -> browser.text("#state").equals("Done."));
    }

    /** No page is wider than its window, nothing is too pale, every picture is described, in both themes. */
    final void assertAccessible(String page) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            browser.dark(dark);
            for (int width : dark ? new int[] {1440} : WIDTHS) {
                browser.screenshot(name(page) + "-" + width + (dark ? "-dark" : ""), width);
                assertTrue(browser.overflow() <= 0, page + " at " + width + ": " + browser.overflow());
            }
            assertEquals(List.of(), browser.axeViolations(), page + (dark ? ", dark" : ""));
        }
        browser.dark(false);
        browser.resize(1440, 900);
    }

    private String name(String page) {
        return page + (withAgent() ? "" : "-without");
    }

    private List<String> tabThrough(int most) {
        browser.script("document.activeElement.blur(); window.scrollTo(0, 0)");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            browser.press(Keys.TAB);
            String name = (String) browser.script("const e = document.activeElement;"
                    + "const seen = getComputedStyle(e).outlineStyle !== 'none' || e.matches('input');"
                    + "return (seen ? '' : 'UNSEEN ') + e.localName"
                    + " + (e.id ? '#' + e.id : e.className ? '.' + e.className"
                    + " : e.localName === 'a' ? new URL(e.href).pathname : '')");
            if (name.endsWith("body")) {
                // Past the last one.
                break;
            }
            assertFalse(name.startsWith("UNSEEN"), "no sign of the focus on " + name);
            reached.add(name);
        }
        return reached;
    }

    private String background() {
        return (String) browser.script("return getComputedStyle(document.body).backgroundColor");
    }

    private void assertUpright(WebElement image) {
        // Red above, blue below: where the camera saw them.
        assertEquals("red,blue", browser.script(
                "const c = new OffscreenCanvas(9, 9).getContext('2d', {willReadFrequently: true});"
                + "c.drawImage(arguments[0], 0, 0, 9, 9);"
                + "const name = y => { const [r, , b] = c.getImageData(4, y, 1, 1).data;"
                + " return r > b ? 'red' : 'blue'; };"
                + "return name(1) + ',' + name(7)", image));
    }
}
