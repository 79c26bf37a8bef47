package dev.rekey.admin;

import dev.rekey.core.account.Account;
import dev.rekey.page.Frame;
import dev.rekey.page.When;
import java.util.List;

/**
 * One account in a list.
 *
 * @param email empty where it has none, or is called by it
 * @param seen when its owner last signed in
 */
public record AccountRow(
    String path, String name, String email, String role, List<Tag> tags, String seen) {

  public AccountRow {
    tags = List.copyOf(tags);
  }

  static AccountRow of(Frame frame, Account account) {
    String name = account.logins().display();
    return new AccountRow(
        ConsoleRoom.ACCOUNTS.path() + '/' + account.ids().number(),
        name,
        account.logins().email().filter(email -> !email.equals(name)).orElse(""),
        account.role().name(),
        Tag.of(frame, account),
        account
            .moments()
            .lastSignInAt()
            .map(at -> When.day(frame, at))
            .orElseGet(() -> frame.say("accounts.never")));
  }
}
