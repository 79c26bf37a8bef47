package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.adoption.Figures;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who was adopted from an old system, each person once and for good. */
public interface Adoptions {

  /**
   * Whether somebody of that name was adopted through the mount, whatever became of the account.
   */
  boolean knows(Realm realm, String mount, TokenDigest name);

  /**
   * Numbers the accounts that are made in the realm from now on above this one, so that people of
   * an old system who come later find their own free.
   */
  void keepFree(Realm realm, long highest);

  /**
   * Makes the account, or gives its first password to one that is here without, and does all that
   * follows, in one commit or not at all (an id that is somebody else's is replaced): the adoption
   * is remembered, {@code account-adopted} is written down, the session is opened as {@link
   * Grants#open} does it, the counters are cleared.
   *
   * @param beginning is asked inside the commit with the account as it is made; pure
   */
  Result adopt(Wanted wanted, Function<Account, Beginning> beginning);

  /** How the move goes, through one mount, as of that moment; days are UTC's. */
  Figures figures(Realm realm, String mount, Instant now);

  /**
   * Whom to adopt.
   *
   * @param known whose account the typed name leads to: it is nobody else's that is completed
   * @param subject by which the person is known again
   * @param names likewise; each is never asked about again
   */
  record Wanted(
      Newcomer newcomer,
      Optional<AccountId> known,
      PasswordHash hash,
      TokenDigest subject,
      List<TokenDigest> names,
      Visit visit,
      Instant at) {

    public Wanted {
      names = List.copyOf(names);
    }
  }

  /**
   * What an adopted account begins with.
   *
   * @param opening the session; empty where none is opened
   * @param forgiven the failure counters that are cleared
   */
  record Beginning(Optional<Opening> opening, List<String> forgiven) {

    public Beginning {
      forgiven = List.copyOf(forgiven);
    }
  }

  /**
   * A session that is opened.
   *
   * @param most sessions of its kind remain
   */
  record Opening(Issued issued, int most, AuditEntry entry, Optional<Grants.Arrival> arrival) {}

  /** What came of it. */
  sealed interface Result {

    /** The account is here. */
    record Adopted(Account account, Optional<Issued> issued) implements Result {}

    /** The person was adopted before. Nothing was changed. */
    record Before() implements Result {}

    /** A name is that of somebody who has a password, or is closed. Nothing was changed. */
    record Occupied() implements Result {}
  }
}
