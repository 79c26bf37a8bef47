package dev.rekey.admin;

import dev.rekey.admin.Assent.Weight;
import dev.rekey.admin.NewAccountForm.Way;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.Names;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.RetryAfter;
import dev.rekey.http.Route;
import dev.rekey.page.Field;
import dev.rekey.page.Message;
import dev.rekey.page.Notice;
import dev.rekey.page.Sheet;
import dev.rekey.page.Wrongs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rekey.template.console.JteaccountnewGenerated;

/** Where an account is made; its first password is its owner's business, if there is a way. */
final class NewAccountPages {

  private static final String PATH = ConsoleRoom.ACCOUNTS.path() + "/new";
  private static final Role MOSTLY = new Role("user");

  /** What anybody may do with the own account. */
  private static final Set<Capability> OWN =
      Set.of(
          Capability.SIGN_IN,
          Capability.CHANGE_OWN_PASSWORD,
          Capability.RESET_OWN_PASSWORD,
          Capability.EDIT_OWN_PROFILE,
          Capability.CLOSE_OWN_ACCOUNT);

  private final ConsoleDoor door;
  private final AccountWork work;
  private final Assent assent;
  private final Roles roles;
  private final TicketLink reset;

  NewAccountPages(
      ConsoleDoor door, AccountWork work, Assent assent, Roles roles, TicketLink reset) {
    this.door = door;
    this.work = work;
    this.assent = assent;
    this.roles = roles;
    this.reset = reset;
  }

  Stream<Route> routes() {
    return Stream.of(new Route("GET", PATH, this::show), new Route("POST", PATH, this::take));
  }

  private Response show(Request request) {
    return door.open(
        request,
        ConsoleRoom.ACCOUNTS,
        desk ->
            desk.may(Capability.CREATE_ACCOUNTS)
                ? page(200, Draft.of(desk))
                : ConsoleDoor.notFor(desk.visitor()));
  }

  /** What was typed, and what is said about it. */
  private record Draft(
      Desk desk,
      String username,
      String email,
      String role,
      Way way,
      Notice notice,
      List<Violation> violations,
      Asked asked) {

    static Draft of(Desk desk) {
      Asked asked = Assent.asked(desk, Weight.PASSWORD_FOR_MIGHT);
      Way way = ways(desk).getFirst();
      return new Draft(desk, "", "", MOSTLY.name(), way, Notice.none(), List.of(), asked);
    }

    static Draft typed(Desk desk, Fields form) {
      return new Draft(
          desk,
          form.first("username").orElse("").strip(),
          form.first("email").orElse("").strip(),
          form.first("role").orElse(""),
          Way.of(form, ways(desk).getFirst()),
          Notice.none(),
          List.of(),
          Assent.kept(desk, Weight.PASSWORD_FOR_MIGHT, form));
    }

    Draft with(Notice said) {
      return new Draft(desk, username, email, role, way, said, violations, asked);
    }

    Draft with(List<Violation> refused) {
      return new Draft(desk, username, email, role, way, notice, refused, asked);
    }

    Draft with(Asked again) {
      return new Draft(desk, username, email, role, way, notice, violations, again);
    }

    /** What is wrong with the names before the core sees them. */
    List<Violation> wrongs() {
      List<Violation> wrongs = new ArrayList<>();
      if (username.chars().anyMatch(Character::isISOControl)) {
        wrongs.add(new Violation.UsernameMalformed());
      }
      if (email.chars().anyMatch(Character::isISOControl)) {
        wrongs.add(new Violation.EmailMalformed());
      }
      if (email.isEmpty() && (username.isEmpty() || way == Way.LETTER)) {
        wrongs.add(new Violation.EmailBlank());
      }
      return List.copyOf(wrongs);
    }

    Logins logins() {
      return Logins.of(
          Optional.of(email).filter(text -> !text.isEmpty()),
          Optional.of(username).filter(text -> !text.isEmpty()));
    }
  }

  private static List<Way> ways(Desk desk) {
    List<Way> ways = new ArrayList<>();
    if (desk.may(Capability.SEND_RESETS)) {
      ways.add(Way.LETTER);
    }
    ways.add(Way.NONE);
    if (desk.may(Capability.SET_PASSWORDS)) {
      ways.add(Way.TYPED);
    }
    return List.copyOf(ways);
  }

  private Response take(Request request) {
    return door.take(request, ConsoleRoom.ACCOUNTS, this::take);
  }

  private Response take(Desk desk, Fields form) {
    Draft draft = Draft.typed(desk, form);
    if (!desk.may(Capability.CREATE_ACCOUNTS) || !ways(desk).contains(draft.way())) {
      return ConsoleDoor.notFor(desk.visitor());
    }
    Optional<Role> role =
        roles.capabilities().keySet().stream()
            .filter(one -> one.name().equals(draft.role()))
            .findFirst();
    if (role.isEmpty()) {
      return page(422, draft.with(Notice.bad(desk.say("accounts.rights.unknown"))));
    }
    if (!draft.wrongs().isEmpty()) {
      return page(422, draft.with(draft.wrongs()));
    }
    boolean weighs = draft.way() == Way.TYPED || isMighty(role.get());
    return switch (assent.of(desk, form, Weight.PASSWORD_FOR_MIGHT, weighs)) {
      case Assent.Answer.Given(Visit visit) -> create(draft, role.get(), form, visit);
      case Assent.Answer.Missing missing ->
          missing.in(page(missing.status(), draft.with(missing.asked())));
    };
  }

  private boolean isMighty(Role role) {
    return Stream.of(Capability.values())
        .anyMatch(one -> !OWN.contains(one) && roles.may(role, one));
  }

  private Response create(Draft draft, Role role, Fields form, Visit visit) {
    Password typed = Password.of(form.first("password").orElse(""));
    try {
      CreateAccount.Command command =
          new CreateAccount.Command(
              draft.desk().by(),
              draft.logins(),
              role,
              Profile.empty(),
              Optional.of(typed).filter(_ -> draft.way() == Way.TYPED),
              CreateAccount.Ids.fresh(),
              visit);
      return answer(work.create().handle(command), draft, visit);
    } finally {
      typed.clear();
    }
  }

  private Response answer(CreateAccount.Outcome outcome, Draft draft, Visit visit) {
    Desk desk = draft.desk();
    return switch (outcome) {
      case CreateAccount.Outcome.Created(Account account) -> made(draft, account, visit);
      case CreateAccount.Outcome.Taken(String what) ->
          page(422, draft.with(List.of(Names.taken(what))));
      case CreateAccount.Outcome.Refused(List<Violation> violations) ->
          page(422, draft.with(violations));
      case CreateAccount.Outcome.UnknownRole() ->
          page(422, draft.with(Notice.bad(desk.say("accounts.rights.unknown"))));
      case CreateAccount.Outcome.NotAllowed() ->
          page(403, draft.with(Notice.bad(desk.say("accounts.new.greater"))));
      case CreateAccount.Outcome.Overloaded(Duration retryAfter) ->
          page(503, draft.with(Notice.bad(desk.say("busy"))))
              .with("retry-after", RetryAfter.of(retryAfter));
    };
  }

  private Response made(Draft draft, Account account, Visit visit) {
    String done = draft.way() == Way.LETTER ? letter(draft.desk(), account, visit) : "created";
    return draft.desk().may(Capability.VIEW_ACCOUNTS)
        ? Sheet.seeOther(
            ConsoleRoom.ACCOUNTS.path() + '/' + account.ids().number() + "?done=" + done)
        : Message.of(draft.desk().frame(), "accounts.made").to(PATH).answer(200);
  }

  private String letter(Desk desk, Account account, Visit visit) {
    Handle whose = new Handle.Number(account.ids().number());
    SendReset.Command command = new SendReset.Command(desk.by(), whose, reset, visit);
    return work.sendReset().handle(command) instanceof SendReset.Outcome.Sent
        ? "created-letter"
        : "created-no-letter";
  }

  private Response page(int status, Draft draft) {
    Desk desk = draft.desk();
    Wrongs wrongs = new Wrongs(desk.visitor().sentences(), draft.violations());
    Field password =
        Field.password(desk.frame(), "password", desk.say("password.new"), "new-password")
            .optional()
            .withWrong(wrongs.ofPassword());
    NewAccountForm form =
        new NewAccountForm(
            names(draft, wrongs),
            AccountsPages.names(roles),
            draft.role(),
            ways(desk),
            draft.way(),
            password);
    return Sheet.of(
        status,
        out -> JteaccountnewGenerated.render(out, null, desk, draft.notice(), form, draft.asked()));
  }

  private static List<Field> names(Draft draft, Wrongs wrongs) {
    Desk desk = draft.desk();
    return List.of(
        Field.text("username", desk.say("accounts.username"), "off", draft.username())
            .optional()
            .withWrong(wrongs.ofUsername()),
        Field.text("email", desk.say("accounts.email"), "off", draft.email())
            .optional()
            .withHint(desk.say("accounts.new.email-hint"))
            .withWrong(wrongs.ofEmail()));
  }
}
