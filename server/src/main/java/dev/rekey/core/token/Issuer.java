package dev.rekey.core.token;

import dev.rekey.core.account.Account;
import dev.rekey.core.visit.Visit;
import java.time.Instant;

/** Makes the tokens of one mount; what it makes is good only once the grant is committed. */
public interface Issuer {

  /** A fresh grant for the account and the token that presents it. */
  Issued issue(Account account, Visit visit, Instant now);
}
