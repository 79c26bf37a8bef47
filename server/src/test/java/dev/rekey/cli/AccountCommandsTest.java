package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.House;
import dev.rekey.cli.Terminal.Said;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code rekey account show}, {@code list}, {@code set-password}, {@code disable}, {@code enable}.
 */
class AccountCommandsTest {

  private static final String HEX24 = "5a62be07de34500146d9c544";
  private static final String HEX32 = "9cb0f0a3b0e84c71f5a6f0dbd8a1b2c3";
  private static final Visit VISIT =
      new Visit(Realm.MAIN, "test", new Origin("local", "test"), Optional.empty());

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void createAda() {
    terminal = Terminal.in(folder);
    Said said =
        terminal
            .typing("correct horse battery")
            .account(
                "create",
                "--email=ada@example.com",
                "--username=ada",
                "--number=1932",
                "--hex24=" + HEX24,
                "--hex32=" + HEX32,
                "--set=first_name=Ada");
    assertThat(said.code()).as(said.err()).isZero();
  }

  // show

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com", "ADA@Example.com", "ada", "1932", HEX24, HEX32})
  void showsByEveryName(String name) {
    Said said = terminal.account("show", name);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .isEqualToNormalizingNewlines(
            """
            number    1932
            hex24     5a62be07de34500146d9c544
            hex32     9cb0f0a3b0e84c71f5a6f0dbd8a1b2c3
            realm     main
            email     ada@example.com
            username  ada
            uid       ada@example.com
            role      user
            state     active
            hash      argon2id
            created   CREATED
            profile   {first_name=Ada}
            """
                .replace("CREATED", said.value("created")));
  }

  @Test
  void showsNoSecret() {
    Said said = terminal.account("show", "ada", "--json");

    assertThat(said.json().getFirst().propertyNames())
        .containsExactly(
            "number",
            "hex24",
            "hex32",
            "realm",
            "email",
            "username",
            "uid",
            "role",
            "state",
            "hash",
            "created",
            "profile");
    assertThat(said.out()).doesNotContain("$argon2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "set-password", "disable", "enable"})
  void whomNobodyKnowsIsNamed(String command) {
    for (String name : List.of("grace", "1933", "0", "99999999999999999999", "")) {
      Said said = terminal.account(command, name);

      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err().strip()).isEqualTo("No account of realm main is called " + name + ".");
      assertThat(said.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "set-password", "disable", "enable"})
  void theNameIsNeeded(String command) {
    Said said = terminal.account(command);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("Missing required parameter: 'NAME'", "Usage: rekey account " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "set-password", "disable", "enable"})
  void anotherRealmHasOtherAccounts(String command) {
    Said said = terminal.account(command, "ada", "--realm=drivers");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip()).isEqualTo("No account of realm drivers is called ada.");
  }

  // list

  @Test
  void listsTheOldestFirst() {
    terminal.account("create", "--username=grace", "--role=admin", "--no-password");
    terminal.account("disable", "grace");

    assertThat(terminal.account("list").out())
        .isEqualToNormalizingNewlines(
            """
            1932     user               active    ada@example.com ada
            1933     admin              disabled  grace
            """);
    assertThat(terminal.account("list", "--json").json())
        .extracting(account -> account.get("state").asString())
        .containsExactly("active", "disabled");
  }

  @Test
  void anEmptyRealmIsAnEmptyList() {
    Said said = terminal.account("list", "--realm=drivers");

    assertThat(said).isEqualTo(new Said(0, "", ""));
  }

  @Test
  void listsMoreThanAPage() {
    try (House house = terminal.house(Map.of())) {
      for (int i = 0; i < 500; i++) {
        create(house, "n" + i);
      }
    }

    assertThat(terminal.account("list").out().lines()).hasSize(501);
  }

  private static void create(House house, String username) {
    house
        .createAccount()
        .handle(
            new CreateAccount.Command(
                new Steward.Operator(),
                Logins.of(Optional.empty(), Optional.of(username)),
                new Role("user"),
                Profile.empty(),
                Optional.empty(),
                CreateAccount.Ids.fresh(),
                VISIT));
  }

  // set-password

  @Test
  void setsThePasswordThatIsTyped() {
    Said said = terminal.typing("another lighthouse\n").account("set-password", "ada");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.value("username")).isEqualTo("ada");
    assertThat(said.out()).doesNotContain("lighthouse", "password");
  }

  @Test
  void generatesAPassword() {
    assertThat(terminal.account("set-password", "ada").value("password")).hasSize(20);
    assertThat(
            terminal
                .typing("another lighthouse")
                .account("set-password", "ada", "--generate", "--json")
                .json()
                .getLast()
                .get("password")
                .asString())
        .hasSize(20);
  }

  @Test
  void aPasswordThatThePolicyRefusesIsNotSet() {
    Said said = terminal.typing("xqzvwk7").account("set-password", "ada");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip())
        .isEqualTo(
            "The password is too short: at least 8 characters."
                + " --any-password takes it all the same.");
    assertThat(said.out()).isEmpty();
    assertThat(terminal.typing("xqzvwk7").account("set-password", "ada", "--any-password").code())
        .isZero();
  }

  /** Who sets passwords must not learn them by trying. */
  @Test
  void saysNothingAboutTheCurrentPassword() {
    Said said = terminal.typing("correct horse battery").account("set-password", "ada");

    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
  }

  @Test
  void aDisabledAccountGetsNoPassword() {
    terminal.account("disable", "ada");
    Said said = terminal.typing("another lighthouse").account("set-password", "ada");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().strip()).isEqualTo("The account is disabled: enable it first.");
  }

  // disable and enable

  @Test
  void disablesAndEnables() {
    assertThat(terminal.account("disable", "ada").value("state")).isEqualTo("disabled");
    assertThat(terminal.account("disable", "ada").value("state")).isEqualTo("disabled");
    assertThat(terminal.account("enable", "ada").value("state")).isEqualTo("active");
    assertThat(
            terminal.account("enable", "ada", "--json").json().getFirst().get("state").asString())
        .isEqualTo("active");
  }
}
