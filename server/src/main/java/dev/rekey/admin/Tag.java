package dev.rekey.admin;

import dev.rekey.core.account.Account;
import dev.rekey.page.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * A word or two on how something stands.
 *
 * @param manner how it looks: {@code bad}, {@code warn}, {@code plain}, or nothing for good news
 */
public record Tag(String manner, String text) {

  /** What of an account is not as it mostly is. */
  static List<Tag> of(Frame frame, Account account) {
    List<Tag> tags = new ArrayList<>();
    if (account.disabled()) {
      tags.add(new Tag("bad", frame.say("accounts.disabled")));
    }
    if (account.credential().hash().isEmpty()) {
      tags.add(new Tag("warn", frame.say("accounts.no-password")));
    }
    if (account.confirmation().confirmedAt().isEmpty()) {
      tags.add(new Tag("plain", frame.say("accounts.unconfirmed")));
    }
    return tags;
  }
}
