package dev.rekey.core.reset;

import dev.rekey.core.account.Account;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import java.util.Optional;

/** Writes to the owner of an account that a failure has just shut: the letter opens it again. */
public final class LockNotice {

  private final Accounts accounts;
  private final Doorkeeper doorkeeper;
  private final AskForLetter askForLetter;
  private final TicketLink link;

  /**
   * @param link where the letter leads, as one that was asked for does
   */
  public LockNotice(
      Accounts accounts, Doorkeeper doorkeeper, AskForLetter askForLetter, TicketLink link) {
    this.accounts = accounts;
    this.doorkeeper = doorkeeper;
    this.askForLetter = askForLetter;
    this.link = link;
  }

  /** Somebody has just failed at the account, known or not, that was named so. */
  public void afterFailure(String name, Visit visit) {
    Optional<Account> account = accounts.findByLogin(visit.realm(), name);
    if (doorkeeper.triesLeft(visit.realm(), account.map(Account::id), name) == 0) {
      askForLetter.handle(new AskForLetter.Command(Ticket.Purpose.UNLOCK, name, link, visit));
    }
  }
}
