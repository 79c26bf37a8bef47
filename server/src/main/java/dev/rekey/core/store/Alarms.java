package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The alarms that notices' links raise, each with how the account stood before what the notice
 * tells of; sealed, and gone at its time.
 */
public interface Alarms {

  /** The alarm of this digest, unless it was raised or its time has come. */
  Optional<Hung> find(TokenDigest digest, Instant now);

  /**
   * An alarm that can be raised.
   *
   * @param addresses where letters went before what the alarm is about: as far as it and older
   *     alarms know, each once
   */
  record Hung(Alarm alarm, List<String> addresses) {
    public Hung {
      addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
      return "Hung[" + alarm.deed() + ']';
    }
  }

  /**
   * Raises the alarm, all of it in one commit or nothing: it and every alarm that is not older are
   * gone; the password and the address are those of before, or whichever of them was settled since;
   * an address that waited to be confirmed is dropped; the password's version grows, so that no
   * change under way comes through; the account is frozen; every grant and every ticket ends but
   * the one that is opened; no device is known any more; the entry and the letters are written; a
   * case is opened.
   *
   * <p>Settled is a password that was set with a letter to the address of before, or by a steward,
   * and an address that a steward gave the account. An address of before that is another account's
   * by now stays there: then no ticket is opened, and no letter is written.
   */
  Raising raise(Raise raise);

  /**
   * Who raises what.
   *
   * @param opened the ticket of the letters, if any are owed
   * @param addresses by which the owner comes back, while the account is frozen
   */
  record Raise(
      Alarm alarm,
      Optional<Ticket> opened,
      List<Letter> letters,
      List<String> addresses,
      AuditEntry entry) {
    public Raise {
      letters = List.copyOf(letters);
      addresses = List.copyOf(addresses);
    }
  }

  /** What came of it. */
  sealed interface Raising {

    /**
     * Done; this is the account now, and that the case's number.
     *
     * @param reachable whether the letters were written
     */
    record Raised(Account account, long number, boolean reachable) implements Raising {}

    /** Somebody was quicker, or the account is gone. Nothing was changed. */
    record Gone() implements Raising {}
  }

  /** By which addresses the owner of a frozen account comes back. */
  List<String> waysBack(AccountId account);
}
