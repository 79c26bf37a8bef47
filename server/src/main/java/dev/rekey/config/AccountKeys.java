package dev.rekey.config;

import dev.rekey.core.account.Realm;
import java.time.Duration;
import java.util.List;

/** The keys of accounts in general. */
final class AccountKeys {

  static final Key<Duration> RESET_LIFETIME =
      Key.of(
          "reset.lifetime",
          Times.between("1m", "24h"),
          "6h",
          "How long the link of a reset letter is good.");

  static final Key<List<Realm>> REALMS =
      Key.of(
          "realms",
          Kinds.made("of lower-case letters, digits and dashes", Realm::new, Realm::name).list(),
          Realm.MAIN.name(),
          "The user bases: every account belongs to one, and a name is taken within one alone.");

  static final Section SECTION =
      Section.of("Accounts", "What the roles may do follows below.", REALMS, RESET_LIFETIME);

  private AccountKeys() {}

  static List<Realm> realms(Answers answers) {
    List<Realm> realms = answers.of(REALMS);
    if (!realms.contains(Realm.MAIN)) {
      answers.contradiction(
          REALMS,
          "main is not among them, to which the first administrator belongs",
          "a list with main in it would do");
    }
    return realms;
  }
}
