package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Place;
import dev.rekey.core.account.Role;
import java.util.List;
import java.util.Optional;

/**
 * Which accounts somebody looks for, a page at a time: with a text in the order of the names that
 * begin with it, else in the order of their making.
 *
 * @param text what one of the account's names begins with, without regard to letter case in ASCII
 * @param role of this role only
 * @param disabled only those that are, or only those that are not
 * @param confirmed only those whose owner once proved to read what is sent to the address, or only
 *     those whose owner never did
 * @param after behind this place
 * @param limit so many at most
 */
public record AccountSearch(
    Optional<String> text,
    Optional<Role> role,
    Optional<Boolean> disabled,
    Optional<Boolean> confirmed,
    Optional<Place> after,
    int limit) {

  /** One that does not ask whether the address is confirmed. */
  public AccountSearch(
      Optional<String> text,
      Optional<Role> role,
      Optional<Boolean> disabled,
      Optional<Place> after,
      int limit) {
    this(text, role, disabled, Optional.empty(), after, limit);
  }

  /**
   * Some of those that were looked for.
   *
   * @param accounts each once; fewer than the limit, or none, where so many others were looked at
   *     that the rest is left for the next page
   * @param next where the next page begins; empty when this was the last
   */
  public record Page(List<Account> accounts, Optional<Place> next) {

    public Page {
      accounts = List.copyOf(accounts);
    }
  }
}
