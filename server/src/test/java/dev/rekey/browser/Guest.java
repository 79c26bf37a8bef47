package dev.rekey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Somebody with a browser of their own, and what it complained of on the way. */
final class Guest implements AutoCloseable {

  private static final int HEIGHT = 900;

  /** How long a busy machine may take for anything. */
  static final double PATIENCE_MILLIS = 30_000;

  private final Supplier<String> home;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> refusedPages = new HashSet<>();

  Guest(Browser browser, Supplier<String> home, Browser.NewContextOptions options) {
    this.home = home;
    this.context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onRequest(this::mustBeOurs);
    context.onResponse(this::note);
    this.page = context.newPage();
    page.onConsoleMessage(this::hear);
    page.onPageError(error -> complaints.add("error on " + page.url() + ": " + error));
  }

  /** Options of a browser for somebody who reads English. */
  static Browser.NewContextOptions options(Scripts scripts, Look look) {
    return new Browser.NewContextOptions()
        .setLocale("en-GB")
        .setTimezoneId("UTC")
        .setViewportSize(look.width(), HEIGHT)
        .setColorScheme(look.scheme())
        .setReducedMotion(ReducedMotion.REDUCE)
        .setJavaScriptEnabled(scripts == Scripts.ON);
  }

  /** Everything is loaded from the server itself. */
  private void mustBeOurs(Request request) {
    URI address = URI.create(request.url());
    if (!home.get().equals(address.getScheme() + "://" + address.getAuthority())) {
      complaints.add("asked for " + address);
    }
  }

  /** A page may be a refusal; what it is dressed with may not. */
  private void note(Response response) {
    if (response.status() >= 400 && response.request().isNavigationRequest()) {
      refusedPages.add(response.url());
    }
  }

  private void hear(ConsoleMessage message) {
    boolean refusal =
        message.text().startsWith("Failed to load resource")
            && refusedPages.contains(message.location().split(":\\d+:\\d+$")[0]);
    if (!refusal && Set.of("error", "warning").contains(message.type())) {
      complaints.add(message.type() + " at " + message.location() + ": " + message.text());
    }
  }

  /**
   * What the browser complained of: errors, refusals by the page's own policy, foreign requests.
   */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Takes the complaints away, for a test that wants them. */
  List<String> takeComplaints() {
    List<String> taken = complaints();
    complaints.clear();
    return taken;
  }

  /** Where the server is. */
  String home() {
    return home.get();
  }

  Page page() {
    return page;
  }

  /** Opens a path of the server, or a whole link as a letter has it. */
  Guest open(String link) {
    page.navigate(link.startsWith("/") ? home.get() + link : link);
    return this;
  }

  Guest fill(String label, String text) {
    field(label).fill(text);
    return this;
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** Chooses one of several, by the first words beside it. */
  Guest choose(String label) {
    Pattern begins = Pattern.compile("^" + label);
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(begins)).first().check();
    return this;
  }

  Guest press(String button) {
    button(button).click();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Guest follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
    return this;
  }

  Guest signIn(String name, String password) {
    return open("/account/sign-in")
        .fill("E-mail address or username", name)
        .fill("Password", password)
        .press("Sign in");
  }

  /** Changes the window's width and the reader's preference. */
  Guest looksAt(Look look) {
    page.setViewportSize(look.width(), HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
    return this;
  }

  /** How many pixels of the page are reached by scrolling sideways alone. */
  int hiddenAside() {
    return (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
  }

  /** The rule is met, as far as the page knows. */
  Guest ticks(String rule) {
    assertThat(page.locator(".rules li.met", new Page.LocatorOptions().setHasText(rule)))
        .isVisible();
    return this;
  }

  /** Is on the page with this heading. */
  Guest sees(String heading) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText(heading);
    return this;
  }

  Guest reads(String text) {
    assertThat(page.locator("body")).containsText(text);
    return this;
  }

  Guest doesNotRead(String text) {
    assertThat(page.locator("body")).not().containsText(text);
    return this;
  }

  /** Reads this beside the field, as a reader of screens does too. */
  Guest readsBeside(String label, String text) {
    assertThat(field(label)).hasAccessibleDescription(Pattern.compile(text.replace(".", "\\.")));
    return this;
  }

  @Override
  public void close() {
    context.close();
  }
}
