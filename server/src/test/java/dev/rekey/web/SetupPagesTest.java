package dev.rekey.web;

import static dev.rekey.web.Reception.LINK;
import static dev.rekey.web.Reception.SECRET;
import static dev.rekey.web.Reception.hasForm;
import static dev.rekey.web.Reception.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupPagesTest {

  private final Reception reception = new Reception();

  @Test
  void theLinkLeadsToAForm() {
    Response response = reception.open(LINK);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().first("content-type")).contains("text/html; charset=utf-8");
    assertThat(text(response)).startsWith("<!doctype html>").contains("<form method=\"post\">");
  }

  @Test
  void theFormMakesTheFirstAdministrator() {
    Response response = reception.submit(" root ", " Root@Example.org ", SECRET);

    assertThat(response.status()).isEqualTo(201);
    assertThat(text(response)).contains("The administrator root exists.");
    Account admin = reception.accounts().getFirst();
    assertThat(admin.role()).isEqualTo(new Role("admin"));
    assertThat(admin.logins().username()).contains("root");
    assertThat(admin.logins().email()).contains("root@example.org");
    assertThat(reception.isPasswordOf(admin, SECRET)).isTrue();
  }

  @Test
  void anAddressIsNotDemanded() {
    assertThat(reception.submit("username=root&password=yellow+submarine").status()).isEqualTo(201);
    assertThat(reception.accounts().getFirst().logins().email()).isEmpty();
  }

  @Test
  void theLinkWorksOnce() {
    reception.submit("root", "", SECRET);

    assertDead(reception.open(LINK));
    assertDead(reception.submit("second", "", SECRET));
    assertThat(reception.accounts()).hasSize(1);
  }

  @Test
  void aRefusedFormDoesNotSpendTheLink() {
    assertThat(reception.submit("root", "", "short").status()).isEqualTo(422);
    assertThat(reception.open(LINK).status()).isEqualTo(200);
    assertThat(reception.submit("root", "", SECRET).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rekey/setup/nope",
        "/rekey/setup/vxnzg0o9v-_yrxjrvekovg",
        "/rekey/setup",
        "/rekey/setup/",
        "/rekey/setup/VXnZG0o9v-_yrxJRVEKovg/more",
        "/rekey/setup/%C5%BC"
      })
  void aDeadLinkSaysSoBeforeAnyForm(String path) {
    assertDead(reception.open(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"username=root&password=yellow+submarine", "", "%zz", "username="})
  void aDeadLinkSaysSoWhateverIsSent(String body) {
    Fields form = Fields.none().with("content-type", "application/x-www-form-urlencoded");

    assertDead(reception.ask("POST", "/rekey/setup/nope", form, body));
    assertThat(reception.accounts()).isEmpty();
  }

  @Test
  void whatWasTypedComesBackButNeverThePassword() {
    Response response = reception.submit("root", "root@example.org", "Xy1!zq");

    assertThat(response.status()).isEqualTo(422);
    assertThat(text(response))
        .contains("aria-invalid=\"true\"", "The password needs at least 8 characters.")
        .contains("value=\"root\"", "value=\"root@example.org\"")
        .doesNotContain("Xy1!zq");
  }

  @Test
  void whatWasTypedIsText() {
    String script = "\"><script>alert('1')</script>&amp;";

    Response response = reception.submit(script, script, "short");

    assertThat(text(response))
        .contains("value=\"&#34;>&lt;script>alert(&#39;1&#39;)&lt;/script>&amp;amp;\"")
        .doesNotContain("<script>")
        .doesNotContain("alert('1')");
  }

  @Test
  void whatTheNewAccountIsCalledIsTextAsWell() {
    assertThat(text(reception.submit("<b>root</b>", "", SECRET)))
        .contains("The administrator &lt;b&gt;root&lt;/b&gt; exists.");
  }

  @Test
  void everythingThatIsWrongWithThePasswordIsTold() {
    assertThat(text(reception.submit("root", "", "root")))
        .contains(
            "The password needs at least 8 characters.",
            "The password must not be your own name or address.");
    assertThat(text(reception.submit("root", "", "password123"))).contains("known passwords");
    assertThat(text(reception.submit("root", "", ""))).contains("Please choose a password.");
    assertThat(text(reception.submit("username=root"))).contains("Please choose a password.");
  }

  @ParameterizedTest
  @CsvSource({"'', a@b.org", "' ', a@b.org", "'\t', ''"})
  void aUsernameIsDemanded(String username, String email) {
    Response response = reception.submit(username, email, SECRET);

    assertThat(response.status()).isEqualTo(422);
    assertThat(text(response)).contains("Please choose a name.");
    assertThat(reception.accounts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'ro\tot', ''", "'ro\0ot', ''", "root, 'a@b\r\n.org'", "'ro\u0085ot', ''"})
  void controlCharactersAreNoNames(String username, String email) {
    Response response = reception.submit(username, email, SECRET);

    assertThat(response.status()).isEqualTo(422);
    assertThat(text(response)).contains("a character that cannot be used");
    assertThat(reception.accounts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%zz",
        "username=%ff&password=yellow+submarine",
        "username=root&username=toor&password=yellow+submarine",
        "username=root&password=yellow+submarine&password=green+submarine"
      })
  void aBrokenFormIsAskedForAgain(String body) {
    Response response = reception.submit(body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response)).contains("The form did not arrive whole.").contains("<form");
    assertThat(reception.accounts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", ""})
  void onlyABrowsersFormIsRead(String type) {
    Response response =
        reception.ask(
            "POST",
            LINK,
            Fields.none().with("content-type", type),
            "username=root&password=yellow+submarine");

    assertThat(response.status()).isEqualTo(400);
    assertThat(reception.accounts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2000, 2", "2001, 3"})
  void aBusyServerAsksForPatienceInWholeSeconds(long millis, String seconds) {
    reception.overload(Duration.ofMillis(millis));

    Response response = reception.submit("root", "", SECRET);

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers().first("retry-after")).contains(seconds);
    assertThat(reception.open(LINK).status()).isEqualTo(200);
  }

  @Test
  void withoutTheRoleTheOperatorIsToldWhatToGiveBack() {
    Reception bare = new Reception(new Roles(Map.of(new Role("user"), Set.of())));

    Response response = bare.submit("root", "", SECRET);

    assertThat(response.status()).isEqualTo(500);
    assertThat(text(response)).contains("No role called admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "BREW"})
  void anotherMethodIsToldWhatThereIs(String method) {
    Response response = reception.ask(method, LINK, Fields.none(), "");

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers().first("allow")).contains("GET, HEAD, POST");
    assertThat(hasForm(response)).isFalse();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new Fault.UnknownPath(), 404, "This link leads nowhere"),
        Arguments.of(
            new Fault.UnknownMethod(new TreeSet<>(List.of("GET"))),
            405,
            "That is not possible here"),
        Arguments.of(new Fault.TooLarge(65_536), 413, "A form may have 65,536 bytes at most."),
        Arguments.of(new Fault.HeadTooLarge(), 431, "That was too much"),
        Arguments.of(new Fault.Malformed(), 400, "That was not understood"),
        Arguments.of(new Fault.Draining(Duration.ofSeconds(1)), 503, "One moment"),
        Arguments.of(new Fault.Incident("k7d2m9x4ab"), 500, "incident k7d2m9x4ab"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whateverGoesWrongIsAPage(Fault fault, int status, String words) {
    Response response = reception.fault(fault);

    assertThat(response.status()).isEqualTo(status);
    assertThat(text(response)).startsWith("<!doctype html>").contains(words);
    assertGuarded(response);
  }

  @Test
  void everyPageKeepsItselfToItself() {
    for (Response response :
        List.of(
            reception.open(LINK),
            reception.open("/rekey/setup/nope"),
            reception.submit("", "", ""),
            reception.submit("%zz"),
            reception.ask("PUT", LINK, Fields.none(), ""),
            reception.submit("root", "", SECRET))) {
      assertGuarded(response);
    }
  }

  private static void assertGuarded(Response response) {
    Fields headers = response.headers();
    assertThat(headers.first("content-security-policy"))
        .get()
        .asString()
        .contains("default-src 'none'", "style-src 'self'", "form-action 'self'")
        .contains("base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.first("referrer-policy"))
        .get()
        .asString()
        .matches("no-referrer|same-origin");
    assertThat(headers.first("cache-control")).contains("no-store");
    assertThat(headers.first("x-content-type-options")).contains("nosniff");
    assertThat(headers.has("set-cookie")).isFalse();
    assertThat(text(response)).doesNotContain("<script>").doesNotContain(Reception.TOKEN);
  }

  private static void assertDead(Response response) {
    assertThat(response.status()).isEqualTo(404);
    assertThat(text(response)).contains("This link leads nowhere");
    assertThat(hasForm(response)).isFalse();
  }
}
