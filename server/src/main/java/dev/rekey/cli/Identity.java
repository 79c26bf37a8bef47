package dev.rekey.cli;

import dev.rekey.config.Configuration;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.steward.CreateAccount;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Who a new account is, as somebody types it: judged more strictly than what an import may bring.
 */
final class Identity {

  /** What is left of a character that the terminal's character set does not have. */
  private static final char LOST = '\uFFFD';

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "The e-mail address; this or --username is needed.")
  private Optional<String> email = Optional.empty();

  @Option(
      names = "--username",
      paramLabel = "NAME",
      description = "The username; this or --email is needed.")
  private Optional<String> username = Optional.empty();

  @Option(names = "--role", paramLabel = "ROLE", description = "What it is (default: user).")
  private String role = "user";

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "A profile field, such as first_name=Ada.")
  private Map<String, String> profile = new LinkedHashMap<>();

  @Option(names = "--number", paramLabel = "N", description = "The id for the Devise wires.")
  private Optional<Long> number = Optional.empty();

  @Option(names = "--hex24", paramLabel = "ID", description = "The id for OCARIoT.")
  private Optional<String> hex24 = Optional.empty();

  @Option(names = "--hex32", paramLabel = "ID", description = "The id for Onezone.")
  private Optional<String> hex32 = Optional.empty();

  Logins logins() {
    require(email.isPresent() || username.isPresent(), "Who is it? --email or --username says so.");
    email.ifPresent(Identity::requireAddress);
    username.ifPresent(Identity::requireUsername);
    return Logins.of(email, username);
  }

  Role role() {
    return role(role);
  }

  static Role role(String role) {
    require(
        role.matches("[a-z][a-z0-9_-]{0,62}"),
        "A role is a lower-case letter, then letters, digits, - and _; `" + role + "` is not.");
    return new Role(role);
  }

  /** The realm of that name, where the configuration has it. */
  static Realm realm(Configuration configuration, String name) {
    return configuration.realms().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                "There is no realm "
                    + name
                    + ": the configuration has "
                    + configuration.realms().stream().map(Realm::name).toList()
                    + '.'));
  }

  Profile profile() {
    profile.forEach((field, value) -> {
      require(!field.isBlank(), "A profile field has a name: --set FIELD=VALUE.");
      requireWhole(field + value);
    });
    return new Profile(profile);
  }

  CreateAccount.Ids ids() {
    number.ifPresent(
        one -> require(one > 0, "--number takes a number from 1 on, not " + one + '.'));
    hex24.ifPresent(one -> requireHex(24, one));
    hex32.ifPresent(one -> requireHex(32, one));
    return new CreateAccount.Ids(number, hex24, hex32);
  }

  private static void requireAddress(String email) {
    requireWhole(email);
    require(
        email.strip().matches("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+"),
        "An e-mail address is something, an @ and something, without blanks; `"
            + email
            + "` is not.");
  }

  private static void requireUsername(String username) {
    requireWhole(username);
    require(
        !username.isBlank() && username.equals(username.strip()),
        "A username is not blank, and no blanks stand around it.");
    require(
        username.codePoints().noneMatch(Character::isISOControl),
        "A username holds no control characters.");
  }

  private static void requireHex(int digits, String text) {
    require(
        text.matches("[0-9a-f]{" + digits + "}"),
        "--hex" + digits + " takes " + digits + " digits 0-9 a-f, not `" + text + "`.");
  }

  private static void requireWhole(String text) {
    require(
        text.indexOf(LOST) < 0,
        "`"
            + text
            + "` has lost a character on its way: the terminal's locale should be one of UTF-8,"
            + " such as LC_ALL=C.UTF-8.");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Refusal(otherwise);
    }
  }
}
