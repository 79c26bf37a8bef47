package dev.rekey.admin;

import dev.rekey.admin.Assent.Weight;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.EditAccount.Outcome;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Field;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import dev.rekey.page.Wrongs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rekey.template.console.JteaccounteditGenerated;

/**
 * Where the names and the profile of an account are changed. A new address weighs more than the
 * rest: whoever reads there can take the account.
 */
final class AccountEditPages {

  private static final String PATH = AccountDoor.ONE + "/edit";

  private final AccountDoor door;
  private final EditAccount edit;
  private final Assent assent;

  AccountEditPages(AccountDoor door, EditAccount edit, Assent assent) {
    this.door = door;
    this.edit = edit;
    this.assent = assent;
  }

  Stream<Route> routes() {
    return Stream.of(new Route("GET", PATH, this::show), new Route("POST", PATH, this::take));
  }

  private Response show(Request request) {
    return door.open(request, Dossier::mayEdit, dossier -> page(200, Draft.of(dossier)));
  }

  /**
   * The form as it is to be shown.
   *
   * @param was what stood in it before somebody typed
   */
  private record Draft(
      Dossier dossier,
      AccountNames typed,
      AccountNames was,
      String seen,
      Notice notice,
      List<Violation> violations,
      Asked asked) {

    static Draft of(Dossier dossier) {
      AccountNames now = AccountNames.of(dossier.account());
      Asked asked = Assent.asked(dossier.desk(), Weight.PASSWORD_FOR_ADDRESS);
      return new Draft(dossier, now, now, Seen.of(dossier), Notice.none(), List.of(), asked);
    }

    static Draft typed(Dossier dossier, Fields form, Asked asked) {
      return new Draft(
          dossier,
          AccountNames.typed(form),
          AccountNames.was(form),
          form.first("seen").orElse(""),
          Notice.none(),
          List.of(),
          asked);
    }

    Draft with(Notice said, List<Violation> refused) {
      return new Draft(dossier, typed, was, seen, said, refused, asked);
    }

    /** The same over the account as it is by now. */
    Draft over(Dossier now) {
      AccountNames there = AccountNames.of(now.account());
      Notice notice = Notice.warning(now.desk().say("accounts.stale"));
      return new Draft(now, typed.over(was, there), there, Seen.of(now), notice, List.of(), asked);
    }
  }

  private Response take(Request request) {
    return door.take(request, Dossier::mayEdit, this::take);
  }

  private Response take(Dossier dossier, Fields form) {
    AccountNames typed = AccountNames.typed(form);
    AccountEdit wish = typed.since(AccountNames.was(form));
    if (wish.isNothing()) {
      return AccountDoor.done(dossier, "nothing");
    }
    Draft kept =
        Draft.typed(dossier, form, Assent.kept(dossier.desk(), Weight.PASSWORD_FOR_ADDRESS, form));
    if (!typed.isFit()) {
      Notice notice = Notice.bad(dossier.desk().say("accounts.profile.wrong"));
      return page(422, kept.with(notice, List.of()));
    }
    return switch (assent.of(
        dossier.desk(), form, Weight.PASSWORD_FOR_ADDRESS, wish.email().isPresent())) {
      case Assent.Answer.Given(Visit visit) -> change(kept, wish, visit);
      case Assent.Answer.Missing missing ->
          missing.in(page(missing.status(), Draft.typed(dossier, form, missing.asked())));
    };
  }

  private Response change(Draft draft, AccountEdit wish, Visit visit) {
    Dossier dossier = draft.dossier();
    EditAccount.Command command =
        new EditAccount.Command(
            dossier.desk().by(), dossier.handle(), wish, Seen.read(draft.seen()), visit);
    return switch (edit.handle(command)) {
      case Outcome.Edited _ -> AccountDoor.done(dossier, "edited");
      case Outcome.Overtaken() ->
          door.again(dossier)
              .map(now -> page(409, draft.over(now)))
              .orElseGet(() -> AccountDoor.gone(dossier.desk()));
      case Outcome.Refused(List<Violation> violations) ->
          page(422, draft.with(Notice.none(), violations));
      case Outcome.NoSuchAccount() -> AccountDoor.gone(dossier.desk());
      case Outcome.NotAllowed(), Outcome.UnknownRole() -> AccountDoor.refused(dossier);
    };
  }

  private static Response page(int status, Draft draft) {
    EditForm form = new EditForm(draft.seen(), hidden(draft.was()), fields(draft));
    return Sheet.of(
        status,
        out ->
            JteaccounteditGenerated.render(
                out, null, draft.dossier(), draft.notice(), form, draft.asked()));
  }

  private static Map<String, String> hidden(AccountNames was) {
    Map<String, String> hidden = new LinkedHashMap<>();
    hidden.put("was.email", was.email());
    hidden.put("was.username", was.username());
    was.profile().forEach((name, value) -> hidden.put("was.profile." + name, value));
    return hidden;
  }

  private static List<Field> fields(Draft draft) {
    Desk desk = draft.dossier().desk();
    Wrongs wrongs = new Wrongs(desk.visitor().sentences(), draft.violations());
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.text("username", desk.say("accounts.username"), "off", draft.typed().username())
            .optional()
            .withWrong(wrongs.ofUsername()));
    fields.add(
        Field.text("email", desk.say("accounts.email"), "off", draft.typed().email())
            .optional()
            .withHint(desk.say("accounts.email.hint"))
            .withWrong(wrongs.ofEmail()));
    draft
        .typed()
        .profile()
        .forEach((name, value) ->
            fields.add(Field.text("profile." + name, name, "off", value).optional()));
    return fields;
  }
}
