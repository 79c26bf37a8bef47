package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.arrival.Arrival;

/** Writes down what becomes of arrivals. */
interface Scribe {

  /** A new account; may wait for {@link #write}. Returns the number that it gets. */
  long add(AccountId id, Arrival arrival, long nextNumber);

  /** More for an account that is written. */
  void merge(AccountId id, Arrival arrival, Logins called, Arrival.Ids given);

  /** Writes what waits. */
  void write();
}
