package dev.rekey.core.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Role;
import java.util.Optional;

/**
 * Which accounts somebody looks for, a page at a time.
 *
 * @param text what one of the account's names begins with, without regard to letter case in ASCII
 * @param role of this role only
 * @param disabled only those that are, or only those that are not
 * @param after behind this account
 * @param limit so many at most
 */
public record AccountSearch(
    Optional<String> text,
    Optional<Role> role,
    Optional<Boolean> disabled,
    Optional<AccountId> after,
    int limit) {}
