package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What admits somebody without a password. */
public interface Grants {

  /**
   * Whose a token is that says of itself whose it is.
   *
   * @param grant what stands behind it, as of the same moment as the account
   */
  record Holder(Account account, Optional<Grant> grant) {}

  Optional<Grant> find(Grant.Ref ref);

  /** The account, and its grant of this kind and key; empty when there is no such account. */
  Optional<Holder> holder(Realm realm, Handle account, Grant.Kind kind, String key);

  /** The same for the account whose uid this is, compared exactly. */
  Optional<Holder> holderByUid(Realm realm, String uid, Grant.Kind kind, String key);

  /** The account's grants, newest first, expired ones left out. */
  List<Grant> of(AccountId account, Instant now);

  /**
   * Stores a grant after a good sign-in, remembers what somebody came with, notes the account's
   * last sign-in, writes it down and clears the counters, in one commit. Succeeds only if the
   * account still is enabled and its password's version still is the one that was proven; replaces
   * a grant of the same ref. Of the same kind at most {@code most} remain: those with the earliest
   * expiry go first, never the new one.
   */
  boolean open(
      Grant grant,
      long provenVersion,
      int most,
      AuditEntry entry,
      List<String> forgiven,
      Optional<Arrival> arrival);

  /** The same where nobody looks at what somebody comes with. */
  default boolean open(
      Grant grant, long provenVersion, int most, AuditEntry entry, List<String> forgiven) {
    return open(grant, provenVersion, most, entry, forgiven, Optional.empty());
  }

  /**
   * What somebody comes with at a sign-in. It is remembered; the letters are posted and the alarms
   * kept if it was not before, though something else was: the first of all is nobody's news.
   *
   * @param mark by which it is known again
   * @param forgetAt when it is new again, unless it is seen before
   */
  record Arrival(TokenDigest mark, Instant forgetAt, List<Letter> letters, List<Alarm> alarms) {
    public Arrival {
      letters = List.copyOf(letters);
      alarms = List.copyOf(alarms);
    }
  }

  /**
   * Replaces the trail of a rotating grant if its current digest still is {@code expected}, or only
   * moves its time when the digest stays the same. False when somebody was quicker or the grant has
   * ended.
   */
  boolean turn(Grant.Ref ref, TokenDigest expected, Grant.Trail next, Instant expiresAt);

  /** Notes that the grant was used, and until when it is good from now on; nothing if it ended. */
  void noteUse(Grant.Ref ref, Instant at, Instant expiresAt);

  /** Ends one grant; false when it had ended already. */
  boolean end(Grant.Ref ref);

  /** Ends one grant and writes it down, in one commit; false when it had ended already. */
  boolean end(Grant.Ref ref, AuditEntry entry);

  /**
   * Ends the account's grants and writes it down, in one commit; how many ended.
   *
   * @param wire only those that this mount issued; empty for all
   */
  int endAll(AccountId account, Ending which, Optional<String> wire, AuditEntry entry);

  /** Ends the grant, and remembers until its time that a token of this ref admits nobody. */
  void deny(Grant.Ref ref, Instant until, AuditEntry entry);

  /** Whether a token of this ref was denied. */
  boolean denied(Grant.Ref ref);
}
