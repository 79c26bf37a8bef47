package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Tokens that have a name, and the generations of those that have none. A token stands on its grant
 * and is gone with it, whatever ends that: {@link Grants#end}, a change of the password, time.
 */
public interface NamedTokens {

  /**
   * Stores the token and its grant and writes it down, in one commit. Succeeds only if the account
   * still is enabled and its password's version still is the one that was proven.
   *
   * @param most so many named tokens may one account have
   */
  Creation create(NamedToken token, Grant grant, long provenVersion, int most, AuditEntry entry);

  /** What came of a creation; whatever it is but {@code DONE}, nothing was changed. */
  enum Creation {
    DONE,
    /** Another token of the account has the name. */
    NAME_TAKEN,
    TOO_MANY,
    /** The account was changed, disabled or deleted in the meantime. */
    OVERTAKEN
  }

  Optional<NamedToken> find(Realm realm, String id, Instant now);

  Optional<NamedToken> find(AccountId account, String name, Instant now);

  /** The account's, oldest first. */
  List<NamedToken> of(AccountId account, Instant now);

  /** The ids of all of the realm, oldest first. */
  List<String> ids(Realm realm, Instant now);

  /** Applies the edit to the token as it is now and writes it down, in one commit. */
  Revision revise(NamedToken token, NamedToken.Edit edit, AuditEntry entry);

  /** What came of an edit; whatever it is but {@code DONE}, nothing was changed. */
  enum Revision {
    DONE,
    /** Another token of the account has the name. */
    NAME_TAKEN,
    GONE
  }

  /** Ends all of the account and writes it down, in one commit; how many ended. */
  int endAll(AccountId account, AuditEntry entry);

  /** The generation of the account's temporary tokens; the first is 1. */
  int generation(AccountId account);

  /**
   * Stores a temporary token's grant and writes it down, in one commit; conditions as with {@link
   * #create}. Where an account has more than {@code most}, those that end soonest give way, never
   * the new one.
   *
   * @param issue is asked once, inside the commit, with the generation; pure
   * @return empty when the account was changed, disabled or deleted in the meantime
   */
  Optional<Issued> issue(
      AccountId account, long provenVersion, int most, AuditEntry entry, IntFunction<Issued> issue);

  /** Ends all temporary tokens of the account, begins the next generation and writes it down. */
  void nextGeneration(AccountId account, AuditEntry entry);
}
