package dev.jackstaff.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real Chromium, and what its console complained about. */
final class AdminBrowser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final int WIDTH = Integer.getInteger("jackstaff.screen.width", 1360);
    private static final int HEIGHT = 900;
    private static final ColorScheme COLOURS = ColorScheme.valueOf(
            System.getProperty("jackstaff.screen.colours", "light").toUpperCase(Locale.ROOT));

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private AdminBrowser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
    }

    /** Where Chromium is: what CHROMIUM_PATH names, or where Debian puts it. */
    static Optional<Path> executable() {
        return Stream.of(Optional.ofNullable(System.getenv("CHROMIUM_PATH")), Optional.of("/usr/bin/chromium"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static AdminBrowser start(Path executable) {
        return new AdminBrowser(executable);
    }

    /** A page in a profile of its own, on a system that prefers the colours with which the tests are run. */
    Page page() {
        return page(COLOURS);
    }

    /** As above, with these colours. */
    Page page(ColorScheme preference) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(preference).setViewportSize(WIDTH, HEIGHT));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context.newPage();
    }

    /** Ends all profiles, and with them their pages. */
    void closePages() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    /** Refused scripts and styles, and errors of scripts, on all pages so far. */
    List<String> complaints() {
        return complaints;
    }

    /** The same, which the next test does not see any more. */
    List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
