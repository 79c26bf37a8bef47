package dev.rekey.core.store;

import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.util.List;
import java.util.Optional;

/**
 * The passwords' hashes, and the one commit in which a change and all that follows from it happen.
 */
public interface Credentials {

  /**
   * Swaps the hash if nobody was quicker. Either all of this happens, on disk before it returns, or
   * none: the version still is {@code expectedVersion} and grows by one, the ticket (if one is
   * spent) still exists; the edit is applied, whose names are nobody else's; every ticket of the
   * account is gone but the one that is opened; its grants end as {@code ending} says; {@code
   * issued} is stored (replacing the grant of the same ref); the entry and the letters are written;
   * the failure counters named in {@code forgiven} are cleared; the alarms are kept, each with how
   * the account stood before.
   *
   * <p>A frozen account is changed with a ticket alone, and is frozen no more then. A password that
   * is set with a ticket is the word of whoever reads the account's address, and settled for older
   * alarms with that address; one that a steward sets is settled for all ({@link Alarms}).
   */
  Commit swap(Swap swap);

  /**
   * Stores another hash of the same password: same version, nothing else follows. Does nothing when
   * the hash is no longer {@code old}.
   */
  void remake(AccountId account, PasswordHash old, PasswordHash fresh);

  /**
   * What a change of a password is made of.
   *
   * @param edit what else of the account is changed with it
   * @param opened a ticket for what is still to be proven, such as a new address
   * @param alarms that the letters' links raise
   */
  record Swap(
      AccountId account,
      long expectedVersion,
      PasswordHash hash,
      AccountEdit edit,
      Optional<TokenDigest> spent,
      Optional<Ticket> opened,
      Ending ending,
      Optional<Grant> issued,
      AuditEntry entry,
      List<Letter> letters,
      List<String> forgiven,
      List<Alarm> alarms) {

    public Swap {
      letters = List.copyOf(letters);
      forgiven = List.copyOf(forgiven);
      alarms = List.copyOf(alarms);
    }

    /** One whose notices are not posted yet. */
    public Swap(
        AccountId account,
        long expectedVersion,
        PasswordHash hash,
        AccountEdit edit,
        Optional<TokenDigest> spent,
        Optional<Ticket> opened,
        Ending ending,
        Optional<Grant> issued,
        AuditEntry entry,
        List<Letter> letters,
        List<String> forgiven) {
      this(
          account,
          expectedVersion,
          hash,
          edit,
          spent,
          opened,
          ending,
          issued,
          entry,
          letters,
          forgiven,
          List.of());
    }

    /** The same with notices that have their links. */
    public Swap alarmed(List<Letter> posted, List<Alarm> behind) {
      return new Swap(
          account,
          expectedVersion,
          hash,
          edit,
          spent,
          opened,
          ending,
          issued,
          entry,
          posted,
          forgiven,
          behind);
    }

    /** What follows from it, as after any other change. */
    public Sequel sequel() {
      return new Sequel(
          entry, letters, ending, true, opened, spent, forgiven, Optional.empty(), alarms);
    }

    /** The password alone, and every other grant ends. */
    public Swap(
        AccountId account,
        long expectedVersion,
        PasswordHash hash,
        Optional<TokenDigest> spent,
        Optional<Grant.Ref> kept,
        Optional<Grant> issued,
        AuditEntry entry,
        List<Letter> letters,
        List<String> forgiven) {
      this(
          account,
          expectedVersion,
          hash,
          AccountEdit.none(),
          spent,
          Optional.empty(),
          Ending.allBut(kept),
          issued,
          entry,
          letters,
          forgiven);
    }
  }

  /** What came of a swap. */
  enum Commit {
    DONE,
    /** Somebody else's change, or the ticket's first use, was quicker. Nothing was changed. */
    OVERTAKEN,
    /** The address that the edit wants is another account's. Nothing was changed. */
    EMAIL_TAKEN,
    /** The name that the edit wants is another account's. Nothing was changed. */
    USERNAME_TAKEN
  }
}
