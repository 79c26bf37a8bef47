package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.core.account.Account;
import dev.rekey.core.bulk.BulkDeed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's room of bulk acts, as a program sees it. */
class BulkPagesTest {

  private static final String PASSWORD = "correct horse battery";
  private static final Map<String, String> FORCE =
      Map.of("deed", "force-change", "target", "role", "role", "user");

  @TempDir Path folder;
  private TestServer server;
  private Account ada;

  @BeforeEach
  void begin() {
    open("two", Map.of("console.two-administrators", "true"));
  }

  private void open(String name, Map<String, String> settings) {
    server = TestServer.onSqlite(folder.resolve(name), settings);
    ada = server.create(Map.of("username", "ada", "password", PASSWORD));
    Stream.of("root", "toor")
        .forEach(
            one -> server.create(Map.of("username", one, "role", "admin", "password", PASSWORD)));
  }

  @AfterEach
  void end() {
    server.close();
  }

  private Browser signedIn(String name) {
    Browser browser = new Browser(server.port());
    browser.signIn(name, PASSWORD);
    return browser;
  }

  private static Map<String, String> sure(Map<String, String> wish) {
    Map<String, String> form = new HashMap<>(wish);
    form.put("why", "a laptop was stolen");
    form.put("current", PASSWORD);
    return form;
  }

  private Browser.Page propose(Browser browser) {
    browser.open("/admin/bulk/dry-run?deed=force-change&target=role&role=user");
    return browser.send("/admin/bulk", sure(FORCE));
  }

  private List<BulkDeed> deeds() {
    return server.store().bulkDeeds().latest(10);
  }

  private boolean mustChange() {
    return server
        .store()
        .accounts()
        .find(ada.id())
        .orElseThrow()
        .credential()
        .mustChange()
        .isPresent();
  }

  @Test
  void theDryRunCountsAndDoesNothing() {
    Browser.Page page =
        signedIn("root").open("/admin/bulk/dry-run?deed=force-change&target=role&role=user");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("<strong>1</strong>", "ada", "24 hours");
    assertThat(deeds()).isEmpty();
    assertThat(mustChange()).isFalse();
  }

  @Test
  void aSecondAdministratorApprovesWhatTheFirstProposed() {
    Browser root = signedIn("root");
    Browser.Page waits = propose(root);
    assertThat(waits.text()).contains("waits for approval").doesNotContain("act=approve");
    String path = waits.path();

    Browser.Page own = root.send(path + "/approve", sure(Map.of()));
    assertThat(own.status()).isEqualTo(403);

    Browser toor = signedIn("toor");
    assertThat(toor.open(path).text()).contains("act=approve", "act=refuse");
    Browser.Page approved = toor.send(path + "/approve", sure(Map.of()));

    assertThat(approved.status()).isEqualTo(200);
    assertThat(deeds().getFirst().decision()).isPresent();
    assertThat(deeds().getFirst().state()).isNotEqualTo(BulkDeed.State.PROPOSED);
  }

  @Test
  void whatWasRefusedIsNotApprovedAnyMore() {
    String path = propose(signedIn("root")).path();
    Browser toor = signedIn("toor");
    toor.open(path);
    toor.send(path + "/refuse", Map.of("why", "not now"));

    Browser.Page late = toor.send(path + "/approve", sure(Map.of()));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("That cannot be done any more", "refused", "not now");
    assertThat(mustChange()).isFalse();
  }

  @Test
  void nothingBeginsWithoutAReason() {
    Browser root = signedIn("root");
    root.open("/admin/bulk/new");
    Map<String, String> form = sure(FORCE);
    form.put("why", " ");

    Browser.Page page = root.send("/admin/bulk", form);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("Please say why");
    assertThat(deeds()).isEmpty();
  }

  @Test
  void nothingBeginsWithoutTheOwnPassword() {
    Browser root = signedIn("root");
    root.open("/admin/bulk/new");
    Map<String, String> form = sure(FORCE);
    form.put("current", "not the right one");

    Browser.Page page = root.send("/admin/bulk", form);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text())
        .contains("That is not your password", "a laptop was stolen")
        .doesNotContain("not the right one");
    assertThat(deeds()).isEmpty();
  }

  @Test
  void aFormFromElsewhereDoesNothing() {
    Browser root = signedIn("root");
    root.open("/admin/bulk/new");
    Map<String, String> form = sure(FORCE);
    form.put("csrf", "0".repeat(64));

    assertThat(root.send("/admin/bulk", form).status()).isEqualTo(403);
    assertThat(deeds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/bulk", "/admin/bulk/new", "/admin/bulk/dry-run", "/admin/bulk/1"})
  void isClosedToThoseWhoMayNot(String path) {
    assertThat(signedIn("ada").open(path).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?deed=force-change",
        "?deed=delete&target=everybody",
        "?deed=force-change&target=role&role=nobody-has-it",
        "?deed=force-change&target=realm&realm=%00",
        "?deed=%3Cscript%3E&target=everybody"
      })
  void whatIsNotOnOfferIsAskedAgain(String query) {
    Browser.Page page = signedIn("root").open("/admin/bulk/dry-run" + query);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text()).contains("Choose what is to be done").doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "99", "x", "999999999999999999999", "-1", "%00", "%3Cb%3E"})
  void whatIsNotThereIsNotFound(String id) {
    Browser.Page page = signedIn("root").open("/admin/bulk/" + id);

    assertThat(page.status()).isIn(400, 404);
    assertThat(page.text()).doesNotContain("<b>");
  }

  @Test
  void aReasonIsShownAndNeverRun() {
    Browser root = signedIn("root");
    root.open("/admin/bulk/new");
    Map<String, String> form = sure(FORCE);
    form.put("why", "<script>alert(1)</script>");

    assertThat(root.send("/admin/bulk", form).text())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void whoeverHasToChangeThePasswordIsLedThere() {
    server.close();
    open("one", Map.of());
    Browser adas = signedIn("ada");
    Browser root = signedIn("root");
    String path = propose(root).path();
    waitUntilDone();

    assertThat(adas.open("/account").path()).startsWith("/account/sign-in");
    Browser.Page change = adas.signIn("ada", PASSWORD);
    assertThat(change.path()).isEqualTo("/account/password");
    assertThat(change.text()).contains("ask everybody concerned for a new password");
    assertThat(adas.open("/account/sessions").path()).isEqualTo("/account/password");
    assertThat(root.open(path).text()).contains("1 of 1 accounts", "act=undo");
  }

  /** The foreman looks once a second; there is nobody to hand a clock to. */
  private void waitUntilDone() {
    while (!mustChange()) {
      Thread.onSpinWait();
    }
  }
}
