package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.cli.Terminal.Said;
import dev.rekey.core.account.Account;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code rekey account create}. */
class AccountCreateTest {

  private static final String PASSWORD = "correct horse battery\n";

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void sit() {
    terminal = Terminal.in(folder);
  }

  @Test
  void printsTheAccountAndKeepsIt() {
    Said said =
        terminal
            .typing(PASSWORD)
            .account(
                "create", "--email", "Ada@Example.com", "--username", "ada", "--role", "admin");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.value("email")).isEqualTo("ada@example.com");
    assertThat(said.value("username")).isEqualTo("ada");
    assertThat(said.value("role")).isEqualTo("admin");
    assertThat(said.value("state")).isEqualTo("active");
    assertThat(said.value("hash")).isEqualTo("argon2id");
    assertThat(said.out()).doesNotContain("correct", "password");
    assertThat(terminal.account("show", "ada").out()).isEqualTo(said.out());
  }

  @Test
  void theIdsThatClientsKnowAreKept() {
    String hex24 = "5a62be07de34500146d9c544";
    String hex32 = "9cb0f0a3b0e84c71f5a6f0dbd8a1b2c3";
    Said said =
        terminal.account(
            "create", "--username=edu", "--number=1932", "--hex24", hex24, "--hex32", hex32);

    assertThat(said.value("number")).isEqualTo("1932");
    assertThat(said.value("hex24")).isEqualTo(hex24);
    assertThat(said.value("hex32")).isEqualTo(hex32);
  }

  @Test
  void profileFieldsAreSet() {
    Said said =
        terminal
            .typing(PASSWORD)
            .account(
                "create", "--username=zoe", "--set", "first_name=Zoë", "--set=note=a=b", "--json");

    JsonNode profile = said.json().getFirst().get("profile");
    assertThat(profile.get("first_name").asString()).isEqualTo("Zoë");
    assertThat(profile.get("note").asString()).isEqualTo("a=b");
  }

  @Test
  void jsonIsAnObjectALine() {
    Said said = terminal.account("create", "--email=ada@example.com", "--json");

    assertThat(said.code()).isZero();
    assertThat(said.json()).hasSize(2);
    assertThat(said.json().getFirst().get("number").asLong()).isEqualTo(1);
    assertThat(said.json().getFirst().get("email").asString()).isEqualTo("ada@example.com");
    assertThat(said.json().getFirst().get("state").asString()).isEqualTo("active");
    assertThat(said.json().getLast().get("password").asString()).hasSize(20);
  }

  /** A name must not depend on the locale of whoever lists it. */
  @ParameterizedTest
  @ValueSource(strings = {"Zoë", "渡辺", "Ωmega", "נועה", "👩‍🚀", "o'neil \"x\" <y>", "a b"})
  void namesAreOfAnyScript(String name) {
    Said said = terminal.account("create", "--username", name, "--json");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.json().getFirst().get("username").asString()).isEqualTo(name);
    assertThat(terminal.account("show", name).value("username")).isEqualTo(name);
  }

  // The password

  @Test
  void anEmptyInputGeneratesAPasswordThatIsPrintedOnce() {
    Said said = terminal.account("create", "--username=ada");

    assertThat(said.value("password")).matches("[A-Za-z0-9_-]{20}");
    assertThat(said.value("hash")).isEqualTo("argon2id");
    assertThat(terminal.account("show", "ada").out()).doesNotContain(said.value("password"));
  }

  @Test
  void anEmptyFirstLineGeneratesOne() {
    assertThat(terminal.typing("\nnot this").account("create", "--username=ada").value("password"))
        .hasSize(20);
  }

  @Test
  void generatesOneWhenAsked() {
    Said said = terminal.typing(PASSWORD).account("create", "--username=ada", "--generate");

    assertThat(said.value("password")).hasSize(20);
  }

  @Test
  void anAccountMayHaveNone() {
    Said said = terminal.typing(PASSWORD).account("create", "--username=ada", "--no-password");

    assertThat(said.value("hash")).isEqualTo("none");
    assertThat(said.out()).doesNotContain("password");
  }

  @ParameterizedTest
  @CsvSource({
    "xqzvwk7, The password is too short: at least 8 characters. --any-password takes it all the"
        + " same.",
    "password1, The password is on the list of common passwords. --any-password takes it all the"
        + " same.",
    "zwetschgenkern1, The password is made of the account's own names. --any-password takes it all"
        + " the same.",
    "'        ', The password is blank.",
    "'nul\u0000nul-nul', The password holds NUL or half a character."
  })
  void thePolicyRefusesWithASentence(String password, String sentence) {
    Said said =
        terminal
            .typing(password)
            .account("create", "--username=ada", "--set=last_name=Zwetschgenkern");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip()).isEqualTo(sentence);
    assertThat(said.out()).isEmpty();
    assertThat(terminal.accounts()).isEmpty();
  }

  @Test
  void anyPasswordIsTakenWhenAsked() {
    assertThat(terminal.typing("x").account("create", "--username=ada", "--any-password").code())
        .isZero();
  }

  @Test
  void evenThenAPasswordIsNotBlank() {
    Said said = terminal.typing("  ").account("create", "--username=ada", "--any-password");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip()).isEqualTo("The password is blank.");
  }

  /** A character that was replaced would make another password of it. */
  @Test
  void aPasswordThatIsNotUtf8IsRefused() {
    byte[] latin = "pässword lighthouse\n".getBytes(StandardCharsets.ISO_8859_1);
    Said said = terminal.typing(latin).account("create", "--username=ada");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .startsWith("Standard input is not UTF-8, so the password would be another one.");
    assertThat(terminal.accounts()).isEmpty();
  }

  // Who it is

  @ParameterizedTest
  @CsvSource({
    "--email=ADA@example.com, 'Another account of the realm has this email already.'",
    "--username=ada, 'Another account of the realm has this username already.'",
    "--number=1, 'Another account of the realm has this id already.'"
  })
  void whatAnotherHasIsTaken(String option, String sentence) {
    terminal.account("create", "--email=ada@example.com", "--username=ada");
    Said said =
        option.startsWith("--number")
            ? terminal.account("create", "--username=other", option)
            : terminal.account("create", option);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip()).isEqualTo(sentence);
    assertThat(said.out()).isEmpty();
    assertThat(terminal.accounts()).hasSize(1);
  }

  @Test
  void theSameNameMayBeInAnotherRealm() {
    terminal.account("create", "--username=ada");

    assertThat(terminal.account("create", "--username=ada", "--realm=drivers").code()).isZero();
  }

  @Test
  void aRoleIsOneOfTheConfiguration() {
    Said said = terminal.account("create", "--username=ada", "--role=wizard");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip()).isEqualTo("There is no role wizard in the configuration.");
  }

  @Test
  void aRealmIsOneOfTheConfiguration() {
    Said said = terminal.account("create", "--username=ada", "--realm=eu");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip())
        .isEqualTo("There is no realm eu: the configuration has [main, drivers].");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo",
        "foo@",
        "@foo",
        "a b@example.com",
        "a@b@c",
        "a@exam ple.com",
        "",
        " ",
        "a@b\u0007",
        "zo\uFFFD@example.com"
      })
  void anAddressIsSomethingAtSomething(String address) {
    refuses("--email", address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com", "ada@localhost", "ä@bücher.example", "a+b@c.d"})
  void otherAddressesAreNotSecondGuessed(String address) {
    assertThat(terminal.account("create", "--email", address).value("email")).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " ada", "ada\t", "a\u0000b", "Zo\uFFFD"})
  void aUsernameIsAWholeText(String name) {
    refuses("--username", name);
  }

  @ParameterizedTest
  @CsvSource({
    "--number, 0",
    "--number, -5",
    "--hex24, zz",
    "--hex24, 5A62BE07DE34500146D9C544",
    "--hex32, 5a62be07de34500146d9c544",
    "--role, Admin",
    "--role, ''",
    "--set, =x",
    "--set, first_name=Zo\uFFFD",
    "--realm, Main"
  })
  void whatCannotBeIsRefused(String option, String value) {
    refuses("--username=ada", option, value);
  }

  @Test
  void anAccountHasAName() {
    Said said = refuses("--role=admin");

    assertThat(said.err().strip()).isEqualTo("Who is it? --email or --username says so.");
  }

  @Test
  void saysWhatAnAddressIs() {
    assertThat(refuses("--email=foo").err().strip())
        .isEqualTo(
            "An e-mail address is something, an @ and something, without blanks; `foo` is not.");
  }

  private Said refuses(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "create";
    System.arraycopy(options, 0, arguments, 1, options.length);
    Said said = terminal.typing(PASSWORD).account(arguments);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip()).matches("[A-Z`-].*\\.").doesNotContain("Exception", "\n");
    assertThat(said.out()).isEmpty();
    assertThat(terminal.accounts()).isEmpty();
    return said;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--bogus",
        "--number=x",
        "--number=99999999999999999999",
        "--set=x",
        "--email",
        "ada"
      })
  void aWrongOptionIsExplainedWithTheUsage(String option) {
    Said said = terminal.command("account", "create", option);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("Usage: rekey account create").doesNotContain("\tat ");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void theAccountIsReadyWhenTheCommandIsOver() {
    terminal.typing(PASSWORD).account("create", "--email=ada@example.com", "--set=a=b");

    assertThat(terminal.accounts())
        .singleElement()
        .satisfies(account -> {
          assertThat(account.logins().all()).containsExactly("ada@example.com");
          assertThat(account.credential().hash()).isPresent();
        })
        .extracting(Account::profile)
        .extracting(profile -> profile.fields())
        .isEqualTo(Map.of("a", "b"));
  }
}
