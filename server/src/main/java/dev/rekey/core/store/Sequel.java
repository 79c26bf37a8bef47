package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a change of an account, in the same commit.
 *
 * @param entry what is written down, and the moment of it all
 * @param letters that are owed
 * @param ending which sessions and tokens end
 * @param ticketsEnd whether every ticket of the account ends, but for one that is opened here
 * @param opened a new ticket, in place of an older one of its purpose
 * @param spent a ticket that must exist, and is gone afterwards
 * @param forgiven the failure counters that are cleared
 * @param seen when the account must have been changed last: as whoever wants the change saw it
 * @param alarms that the letters' links raise; each is kept with how the account stood before
 */
public record Sequel(
    AuditEntry entry,
    List<Letter> letters,
    Ending ending,
    boolean ticketsEnd,
    Optional<Ticket> opened,
    Optional<TokenDigest> spent,
    List<String> forgiven,
    Optional<Instant> seen,
    List<Alarm> alarms) {

  public Sequel {
    letters = List.copyOf(letters);
    forgiven = List.copyOf(forgiven);
    alarms = List.copyOf(alarms);
  }

  /** One whose notices are not posted yet. */
  public Sequel(
      AuditEntry entry,
      List<Letter> letters,
      Ending ending,
      boolean ticketsEnd,
      Optional<Ticket> opened,
      Optional<TokenDigest> spent,
      List<String> forgiven,
      Optional<Instant> seen) {
    this(entry, letters, ending, ticketsEnd, opened, spent, forgiven, seen, List.of());
  }

  /** Nothing but the line in the audit trail. */
  public static Sequel of(AuditEntry entry) {
    return new Sequel(
        entry,
        List.of(),
        new Ending.None(),
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  public Sequel withLetters(List<Letter> owed) {
    return new Sequel(entry, owed, ending, ticketsEnd, opened, spent, forgiven, seen, alarms);
  }

  /** Sessions and tokens end, and so do the tickets: what was asked for before is void. */
  public Sequel withEnding(Ending which) {
    return new Sequel(entry, letters, which, true, opened, spent, forgiven, seen, alarms);
  }

  /** Sessions and tokens end, the tickets do not: what was asked for by letter stays good. */
  public Sequel withSessionsEnded(Ending which) {
    return new Sequel(entry, letters, which, ticketsEnd, opened, spent, forgiven, seen);
  }

  /** The tickets end, the sessions do not. */
  public Sequel withTicketsEnded() {
    return new Sequel(entry, letters, ending, true, opened, spent, forgiven, seen, alarms);
  }

  public Sequel withOpened(Ticket ticket) {
    return new Sequel(
        entry, letters, ending, ticketsEnd, Optional.of(ticket), spent, forgiven, seen, alarms);
  }

  public Sequel withSpent(TokenDigest ticket) {
    return new Sequel(
        entry, letters, ending, ticketsEnd, opened, Optional.of(ticket), forgiven, seen, alarms);
  }

  public Sequel withForgiven(List<String> counters) {
    return new Sequel(entry, letters, ending, ticketsEnd, opened, spent, counters, seen, alarms);
  }

  /** Only while the account is as it was left at that moment. */
  public Sequel asSeen(Optional<Instant> changedLast) {
    return new Sequel(
        entry, letters, ending, ticketsEnd, opened, spent, forgiven, changedLast, alarms);
  }

  /** Whether the account is as it was seen, if that matters. */
  public boolean suits(Account account) {
    return seen.filter(moment -> !moment.equals(account.updatedAt())).isEmpty();
  }

  /** The same with notices that have their links. */
  public Sequel alarmed(List<Letter> posted, List<Alarm> behind) {
    return new Sequel(entry, posted, ending, ticketsEnd, opened, spent, forgiven, seen, behind);
  }
}
