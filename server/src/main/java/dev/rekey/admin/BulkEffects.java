package dev.rekey.admin;

import dev.rekey.core.account.Account;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.incident.Survey;
import java.util.ArrayList;
import java.util.List;

/** Says what a bulk act would do before it is done. */
final class BulkEffects {

  private BulkEffects() {}

  static BulkSurveyView view(
      Desk desk, BulkWish wish, Survey seen, BulkForms.Said said, boolean two) {
    return new BulkSurveyView(
        wish.fields(),
        BulkWords.deed(desk.frame(), wish.deed()),
        BulkWords.target(desk.frame(), wish.target()),
        seen.count(),
        effects(desk, wish, seen, two),
        seen.sample().stream().map(BulkEffects::person).toList(),
        said.fields(),
        desk.say(two ? "bulk.propose" : "bulk.begin", seen.count()));
  }

  private static BulkSurveyView.Person person(Account account) {
    return new BulkSurveyView.Person(
        account.logins().display(), account.role().name(), account.realm().name());
  }

  private static List<String> effects(Desk desk, BulkWish wish, Survey seen, boolean two) {
    List<String> sentences = new ArrayList<>(of(desk, wish.deed()));
    if (!(wish.deed() instanceof Deed.EndSessions) && seen.helpless() > 0) {
      sentences.add(desk.say("bulk.effect.helpless", seen.helpless()));
    }
    if (seen.greater() > 0) {
      sentences.add(desk.say("bulk.effect.greater", seen.greater()));
    }
    sentences.add(desk.say(wish.ownToo() ? "bulk.effect.own" : "bulk.effect.not-own"));
    if (two) {
      sentences.add(desk.say("bulk.effect.two"));
    }
    return sentences;
  }

  private static List<String> of(Desk desk, Deed deed) {
    return switch (deed) {
      case Deed.EndSessions() ->
          List.of(desk.say("bulk.effect.sessions"), desk.say("bulk.effect.for-good"));
      case Deed.ForceChange(boolean letters) ->
          List.of(
              desk.say("bulk.effect.force"),
              desk.say("bulk.effect.sessions"),
              desk.say(letters ? "bulk.effect.letters" : "bulk.effect.no-letters"),
              desk.say("bulk.effect.undo"));
    };
  }
}
