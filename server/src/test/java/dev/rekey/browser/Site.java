package dev.rekey.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import dev.rekey.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server with its mail server for the tests of a class, and the browser that visits it.
 *
 * <p>Where there is no Chromium each test is skipped, unless the system property {@code
 * rekey.browser} is {@code required}. What a guest's browser complained of fails the test.
 */
final class Site implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  /** Whom the tests know; her password is {@link #PASSWORD}. */
  static final String NAME = "ada";

  /** Who runs the server. */
  static final String ROOT = "root";

  static final String EMAIL = "ada@example.org";
  static final String PASSWORD = "correct horse battery";

  /** Another password that will do. */
  static final String NEXT = "quiet otter paints walls";

  private static final Chromium CHROMIUM = Chromium.find();

  private final Map<String, String> settings;
  private final List<Guest> guests = new ArrayList<>();
  private Optional<Open> open = Optional.empty();
  private Optional<Browser> browser = Optional.empty();

  private record Open(Path folder, Mailbox mailbox, TestServer server) {
    void close() {
      server.close();
      mailbox.close();
      Folders.delete(folder);
    }
  }

  Site() {
    this(Map.of());
  }

  Site(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  @Override
  public void beforeEach(ExtensionContext test) throws SQLException {
    browser = Optional.of(RunningBrowser.of(test, chromium(test)));
    if (open.isEmpty()) {
      open = Optional.of(start());
    }
    server().wipe();
    mailbox().empty();
  }

  private static Chromium.Found chromium(ExtensionContext test) {
    String name = test.getRequiredTestClass().getSimpleName() + '.' + test.getDisplayName();
    return switch (CHROMIUM) {
      case Chromium.Found found -> found;
      case Chromium.Missing(var why) when required() -> fail(name + " was not seen. " + why);
      case Chromium.Missing(var why) -> abort(name + " was not seen. " + why);
    };
  }

  private static boolean required() {
    return "required".equals(System.getProperty("rekey.browser"));
  }

  private Open start() {
    Path folder = Folders.make();
    Mailbox mailbox = new Mailbox();
    Map<String, String> all = new HashMap<>(mailbox.settings());
    all.putAll(settings);
    return new Open(folder, mailbox, TestServer.onSqlite(folder, all));
  }

  TestServer server() {
    return open.orElseThrow().server();
  }

  Mailbox mailbox() {
    return open.orElseThrow().mailbox();
  }

  /** Starts over an empty database, and says which link was printed. */
  String setupLink() {
    close();
    open = Optional.of(start());
    return server().setupLink().orElseThrow();
  }

  /** The person whom the tests know gets an account. */
  void hasAda() {
    server().create(Map.of("username", NAME, "email", EMAIL, "password", PASSWORD));
  }

  /** Whoever runs the server; the same password. */
  void hasRoot() {
    server().create(Map.of("username", ROOT, "role", "admin", "password", PASSWORD));
  }

  /** Somebody at a desk, with or without scripts. */
  Guest guest(Scripts scripts) {
    return guest(scripts, Look.DESK);
  }

  Guest guest(Scripts scripts, Look look) {
    return guest(Guest.options(scripts, look));
  }

  /** Somebody whose browser calls itself so. */
  Guest guestWith(String agent) {
    return guest(Guest.options(Scripts.OFF, Look.DESK).setUserAgent(agent));
  }

  private Guest guest(Browser.NewContextOptions options) {
    Guest guest =
        new Guest(browser.orElseThrow(), () -> "http://localhost:" + server().port(), options);
    guests.add(guest);
    return guest;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    List<String> complaints =
        guests.stream().flatMap(guest -> guest.complaints().stream()).toList();
    guests.forEach(Guest::close);
    guests.clear();
    if (!complaints.isEmpty()) {
      fail("The browser complained:\n" + String.join("\n", complaints));
    }
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    close();
  }

  private void close() {
    open.ifPresent(Open::close);
  }
}
