package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.token.Grant;
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
   * spent) still exists; every ticket of the account is gone; every grant of the account ends but
   * {@code kept}; {@code issued} is stored (replacing the grant of the same ref); the entry and the
   * letters are written; the failure counters named in {@code forgiven} are cleared.
   */
  Commit swap(Swap swap);

  /**
   * Stores another hash of the same password: same version, nothing else follows. Does nothing when
   * the hash is no longer {@code old}.
   */
  void remake(AccountId account, PasswordHash old, PasswordHash fresh);

  /** What a change of a password is made of. */
  record Swap(
      AccountId account,
      long expectedVersion,
      PasswordHash hash,
      Optional<TokenDigest> spent,
      Optional<Grant.Ref> kept,
      Optional<Grant> issued,
      AuditEntry entry,
      List<Letter> letters,
      List<String> forgiven) {}

  /** What came of a swap. */
  enum Commit {
    DONE,
    /** Somebody else's change, or the ticket's first use, was quicker. Nothing was changed. */
    OVERTAKEN
  }
}
