package org.supplierscope.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.supplierscope.deploy.newsroom.Newsroom;
import org.supplierscope.deploy.scenario.Api;
import org.supplierscope.deploy.scenario.RunningService;
import org.supplierscope.deploy.scenario.Waiting;

/// An analyst's first minutes, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("browserFound")
class PagesBrowserIT {

    @TempDir
    private static Path temp;

    private RunningService service;
    private ChromeDriver browser;
    private String address;

    /// Chromium and its driver on the PATH. Where they are missing it is said in one line, and the tests are
    /// left out, unless they are required.
    static boolean browserFound() {
        boolean found = onPath("chromium", "google-chrome").isPresent()
                && onPath("chromedriver").isPresent();
        if (!found) {
            String message = "No Chromium with its driver on the PATH: the browser tests are left out.";
            if (Boolean.parseBoolean(System.getenv("SUPPLIERSCOPE_BROWSER_REQUIRED"))) {
                throw new IllegalStateException(message);
            }
            System.out.println(message);
        }
        return found;
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(names).map(name -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    @BeforeAll
    void start() throws Exception {
        service = RunningService.start(
                temp.resolve("demo.txt"),
                "demo",
                "--port",
                "0",
                "--data",
                temp.resolve("data").toString());
        address = service.awaitReady();
        Waiting.until(
                Duration.ofSeconds(90),
                "every article",
                () -> new Api(address).search("*").path("total").asInt() >= Newsroom.size() ? true : null);
        var options = new ChromeOptions();
        options.setBinary(onPath("chromium", "google-chrome").orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createDirectory(temp.resolve("profile")));
        var driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver").orElseThrow())
                .build();
        browser = new ChromeDriver(driver, options);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.quit();
        }
        service.close();
    }

    @Test
    void readsWhichSupplierPlaysWhatWithTheSentenceThatSaysSo() {
        browser.get(address);

        assertThat(texts(".hit h3")).hasSize(20);
        assertThat(texts(".course .stance")).contains("Precision", "Breadth");
        assertThat(texts(".course blockquote"))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank());
    }

    @Test
    void searchesFiltersAndOpensAnArticleAndItsSource() {
        browser.get(address);
        browser.findElement(By.name("q")).sendKeys("lens");
        browser.findElement(By.cssSelector(".search button")).click();
        await(() -> browser.getCurrentUrl().contains("q=lens"));
        int all = total();
        assertThat(texts(".highlight mark")).isNotEmpty();

        link("#suppliers a", "Largan Precision").click();
        await(() -> browser.getCurrentUrl().contains("supplier=largan-precision"));
        int ofLargan = total();
        link("#stances a", "Breadth").click();
        await(() -> browser.getCurrentUrl().contains("stance=breadth"));

        assertThat(ofLargan).isPositive().isLessThan(all);
        assertThat(total()).isPositive().isLessThan(ofLargan);
        assertThat(link(".foot a", "Read at").getDomAttribute("href")).startsWith("http://127.0.0.1:");

        String title = browser.findElement(By.cssSelector(".hit h3 a")).getText();
        browser.findElement(By.cssSelector(".hit h3 a")).click();
        await(() -> browser.getCurrentUrl().contains("/articles/"));
        assertThat(browser.findElement(By.cssSelector("h1")).getText()).isEqualTo(title);
        assertThat(texts(".text mark.breadth")).isNotEmpty();
    }

    @Test
    void showsASourcesPageAndAMessageForABadQuery() {
        browser.get(address + "/sources");
        assertThat(texts("tbody tr")).hasSize(5);

        browser.get(address + "/?q=%22open");
        assertThat(browser.findElement(By.cssSelector("[role=alert]")).getText())
                .contains("never closed");
    }

    @Test
    void fitsAPhoneAndLoadsNothingThatThePolicyForbids() {
        browser.manage().window().setSize(new Dimension(390, 844));
        try {
            browser.get(address);
            Long wide = (Long) browser.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(wide).isZero();
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                    .noneSatisfy(entry -> assertThat(entry.getMessage()).contains("Content Security Policy"));
        } finally {
            browser.manage().window().setSize(new Dimension(1280, 900));
        }
    }

    private int total() {
        return Integer.parseInt(browser.findElement(By.id("total")).getText());
    }

    private WebElement link(String css, String text) {
        return browser.findElements(By.cssSelector(css)).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link '" + text + "' among " + texts(css)));
    }

    private List<String> texts(String css) {
        return browser.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private void await(java.util.function.BooleanSupplier condition) {
        new WebDriverWait(browser, Duration.ofSeconds(10)).until(_ -> condition.getAsBoolean());
    }
}
