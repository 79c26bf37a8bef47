package dev.rekey.core.incident;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import java.util.List;

/**
 * What a deed would do, counted and not done.
 *
 * @param count to how many accounts it would be done
 * @param greater how many are spared, since they may more than whoever asks
 * @param helpless how many of the counted may neither change nor reset a password themselves
 * @param sample some of those to whom it would be done, the oldest first
 * @param youngest the last account that was looked at
 */
public record Survey(
    long count, long greater, long helpless, List<Account> sample, AccountId youngest) {

  public Survey {
    sample = List.copyOf(sample);
  }
}
