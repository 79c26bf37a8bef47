package dev.rekey.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One process of the machine's browser, for all tests of a run. */
final class RunningBrowser implements AutoCloseable {

  private final Playwright playwright;
  private final Browser browser;

  private RunningBrowser(Chromium.Found chromium) {
    PlaywrightAssertions.setDefaultAssertionTimeout(Guest.PATIENCE_MILLIS);
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.program()));
  }

  /** The one of this run; it is closed when the run ends. */
  static Browser of(ExtensionContext test, Chromium.Found chromium) {
    return test.getRoot()
        .getStore(Namespace.create(RunningBrowser.class))
        .computeIfAbsent(
            RunningBrowser.class, _ -> new RunningBrowser(chromium), RunningBrowser.class)
        .browser;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
