package dev.rekey.admin;

import dev.rekey.core.dispute.Case;
import dev.rekey.core.dispute.Case.Closing;
import dev.rekey.core.visit.Device;
import dev.rekey.core.visit.Origin;
import dev.rekey.page.Paths;
import dev.rekey.page.When;
import java.util.Locale;
import java.util.Optional;

/**
 * One case as the console shows it.
 *
 * @param path of its own page
 * @param account where the account is seen; empty when it is gone or this is not to be seen
 * @param state what the account is like now
 * @param by who closed it; empty while it is open
 */
public record CaseView(
    String number,
    String path,
    String name,
    String account,
    String deed,
    String disputed,
    String origin,
    String opened,
    String raisedFrom,
    String password,
    String address,
    String state,
    boolean frozen,
    boolean open,
    String closed,
    String by,
    String why) {

  static CaseView of(Desk desk, Case one) {
    Optional<Closing> closing = one.closing();
    return new CaseView(
        Long.toString(one.number()),
        ConsoleRoom.CASES.path() + '/' + one.number(),
        one.name(),
        account(desk, one),
        desk.say("cases.deed." + key(one.deed())),
        When.minute(desk.frame(), one.disputed()),
        place(desk, one.origin()),
        When.minute(desk.frame(), one.openedAt()),
        place(desk, one.raisedFrom()),
        desk.say(one.password() ? "cases.password-back" : "cases.password-same"),
        desk.say("cases.address." + key(one.address())),
        state(desk, one),
        one.frozen(),
        closing.isEmpty(),
        closing.map(end -> When.minute(desk.frame(), end.at())).orElse(""),
        closing.map(end -> end.by().orElseGet(() -> desk.say("cases.operator"))).orElse(""),
        closing.map(Closing::why).orElse(""));
  }

  /** Where the room of accounts is, for those to whom it opens. */
  private static String account(Desk desk, Case one) {
    return one.ids()
        .filter(_ -> desk.rooms().stream().anyMatch(room -> room.key().equals("accounts")))
        .map(ids -> Paths.CONSOLE + "/accounts/" + ids.number())
        .orElse("");
  }

  private static String state(Desk desk, Case one) {
    if (one.ids().isEmpty()) {
      return desk.say("cases.account-gone");
    }
    return desk.say(one.frozen() ? "cases.frozen" : "cases.thawed");
  }

  private static String place(Desk desk, Origin origin) {
    String device = Device.of(origin.agent()).map(name -> " · " + name).orElse("");
    return origin.address().isEmpty() ? desk.say("cases.inside") : origin.address() + device;
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
