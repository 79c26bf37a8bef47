package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.letter.TicketOffice;
import java.time.Duration;
import java.util.List;

/** The keys of accounts in general. */
final class AccountKeys {

  private static final Key<Duration> RESET_LIFETIME =
      Key.of(
          "reset.lifetime",
          Times.between("1m", "24h"),
          "6h",
          "How long the link of a reset letter is good.");

  private static final Key<Duration> CONFIRMATION_LIFETIME =
      Key.of(
          "confirmation.lifetime",
          Times.between("1m", "30d"),
          "1d",
          "How long the link of a letter that confirms an address is good.");

  private static final Key<Duration> UNLOCK_LIFETIME =
      Key.of(
          "unlock.lifetime",
          Times.between("1m", "24h"),
          "6h",
          "How long the link of a letter that unlocks an account is good.");

  static final Key<List<Realm>> REALMS =
      Key.of(
          "realms",
          Kinds.made("of lower-case letters, digits and dashes", Realm::new, Realm::name).list(),
          Realm.MAIN.name(),
          "The user bases: every account belongs to one, and a name is taken within one alone.");

  static final Section SECTION =
      Section.of(
          "Accounts",
          "What the roles may do follows below.",
          REALMS,
          RESET_LIFETIME,
          CONFIRMATION_LIFETIME,
          UNLOCK_LIFETIME);

  private AccountKeys() {}

  static TicketOffice.Lifetimes lifetimes(Answers answers) {
    return new TicketOffice.Lifetimes(
        answers.of(RESET_LIFETIME), answers.of(CONFIRMATION_LIFETIME), answers.of(UNLOCK_LIFETIME));
  }

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
