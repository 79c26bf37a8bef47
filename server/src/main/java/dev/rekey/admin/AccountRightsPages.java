package dev.rekey.admin;

import dev.rekey.admin.Assent.Weight;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.EditAccount.Outcome;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.stream.Stream;
import rekey.template.console.JteaccountrightsGenerated;

/** Where one says what an account may do: its role, and what it may do beyond. */
final class AccountRightsPages {

  private static final String PATH = AccountDoor.ONE + "/rights";

  private final AccountDoor door;
  private final EditAccount edit;
  private final Assent assent;
  private final Roles roles;

  AccountRightsPages(AccountDoor door, EditAccount edit, Assent assent, Roles roles) {
    this.door = door;
    this.edit = edit;
    this.assent = assent;
    this.roles = roles;
  }

  Stream<Route> routes() {
    return Stream.of(new Route("GET", PATH, this::show), new Route("POST", PATH, this::take));
  }

  /** The form as it is to be shown. */
  private record Draft(
      Dossier dossier,
      AccountRights chosen,
      AccountRights was,
      String seen,
      Notice notice,
      Asked asked) {

    static Draft of(Dossier dossier) {
      AccountRights now = AccountRights.of(dossier.account());
      Asked asked = Assent.asked(dossier.desk(), Weight.PASSWORD);
      return new Draft(dossier, now, now, Seen.of(dossier), Notice.none(), asked);
    }

    static Draft chosen(Dossier dossier, Fields form, Asked asked) {
      return new Draft(
          dossier,
          AccountRights.chosen(form),
          AccountRights.was(form),
          form.first("seen").orElse(""),
          Notice.none(),
          asked);
    }

    Draft with(Notice said) {
      return new Draft(dossier, chosen, was, seen, said, asked);
    }

    /** The same over the account as it is by now. */
    Draft over(Dossier now) {
      AccountRights there = AccountRights.of(now.account());
      Notice notice = Notice.warning(now.desk().say("accounts.stale"));
      return new Draft(now, chosen.over(was, there), there, Seen.of(now), notice, asked);
    }
  }

  private Response show(Request request) {
    return door.open(request, Dossier::mayGiveRights, dossier -> page(200, Draft.of(dossier)));
  }

  private Response take(Request request) {
    return door.take(request, Dossier::mayGiveRights, this::take);
  }

  private Response take(Dossier dossier, Fields form) {
    Draft kept = Draft.chosen(dossier, form, Assent.kept(dossier.desk(), Weight.PASSWORD, form));
    if (!kept.chosen().isFit(kept.was())) {
      return page(422, kept.with(unknown(dossier)));
    }
    AccountEdit wish = kept.chosen().since(kept.was());
    if (wish.isNothing()) {
      return AccountDoor.done(dossier, "nothing");
    }
    return switch (assent.of(dossier.desk(), form, Weight.PASSWORD, true)) {
      case Assent.Answer.Given(Visit visit) -> change(kept, wish, visit);
      case Assent.Answer.Missing missing ->
          missing.in(page(missing.status(), Draft.chosen(dossier, form, missing.asked())));
    };
  }

  private static Notice unknown(Dossier dossier) {
    return Notice.bad(dossier.desk().say("accounts.rights.unknown"));
  }

  private Response change(Draft draft, AccountEdit wish, Visit visit) {
    Dossier dossier = draft.dossier();
    EditAccount.Command command =
        new EditAccount.Command(
            dossier.desk().by(), dossier.handle(), wish, Seen.read(draft.seen()), visit);
    return switch (edit.handle(command)) {
      case Outcome.Edited _ -> AccountDoor.done(dossier, "rights");
      case Outcome.Overtaken() ->
          door.again(dossier)
              .map(now -> page(409, draft.over(now)))
              .orElseGet(() -> AccountDoor.gone(dossier.desk()));
      case Outcome.UnknownRole() -> page(422, draft.with(unknown(dossier)));
      case Outcome.NoSuchAccount() -> AccountDoor.gone(dossier.desk());
      case Outcome.NotAllowed(), Outcome.Refused(_) -> AccountDoor.refused(dossier);
    };
  }

  private Response page(int status, Draft draft) {
    RightsForm form =
        new RightsForm(
            draft.seen(),
            AccountsPages.names(roles),
            draft.chosen().role(),
            draft.was().role(),
            draft.was().privileges(),
            boxes(draft));
    return Sheet.of(
        status,
        out ->
            JteaccountrightsGenerated.render(
                out, null, draft.dossier(), draft.notice(), form, draft.asked()));
  }

  private List<RightBox> boxes(Draft draft) {
    Stream<RightBox> known = Stream.of(Capability.values()).map(one -> box(draft, one));
    Stream<RightBox> others =
        draft.was().privileges().stream()
            .filter(
                name -> Stream.of(Capability.values()).noneMatch(one -> one.name().equals(name)))
            .sorted()
            .map(name ->
                new RightBox(name, name, draft.chosen().privileges().contains(name), false));
    return Stream.concat(known, others).toList();
  }

  private RightBox box(Draft draft, Capability capability) {
    Role role = draft.dossier().account().role();
    return new RightBox(
        capability.name(),
        RightView.sentence(draft.dossier().desk().frame(), capability),
        draft.chosen().privileges().contains(capability.name()),
        roles.may(role, capability));
  }
}
