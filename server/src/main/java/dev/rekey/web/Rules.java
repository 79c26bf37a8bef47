package dev.rekey.web;

import dev.rekey.core.account.Account;
import dev.rekey.core.policy.PolicySettings;

/**
 * What a new password has to be, as a page shows it before anything is typed.
 *
 * @param minimum code points
 * @param words what it must not be, separated by line feeds
 */
public record Rules(int minimum, String words) {

  static Rules of(PolicySettings policy, Account account) {
    return new Rules(policy.minimumLength(), String.join("\n", account.ownWords()));
  }
}
