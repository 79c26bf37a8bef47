package dev.rekey.dialect.own;

import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.Demand;
import dev.rekey.core.change.JudgePassword;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From requests about passwords to commands. */
final class DecodePassword {

  private DecodePassword() {}

  static Reading<ChangePassword.Command, Problem> change(
      Request request, Caller caller, Visit visit) {
    return Members.read(
        request,
        members ->
            new ChangePassword.Command(
                caller,
                Optional.of(members.password("current_password")),
                Demand.ALWAYS,
                NewPassword.Wish.of(members.password("new_password")),
                Optional.empty(),
                visit));
  }

  static Reading<LookAtTicket.Command, Problem> look(Request request, Visit visit) {
    return Members.read(
        request, members -> new LookAtTicket.Command(Optional.of(members.text("ticket")), visit));
  }

  /** Whoever has the ticket reads the address's letters: it counts as confirmed. */
  static Reading<SpendTicket.Command, Problem> spend(Request request, Visit visit) {
    return Members.read(
        request,
        members ->
            new SpendTicket.Command(
                Optional.of(members.text("ticket")),
                NewPassword.Wish.of(members.password("new_password")),
                Optional.empty(),
                true,
                visit));
  }

  static Reading<JudgePassword.Command, Problem> judge(
      Request request, Optional<Caller> caller, Visit visit) {
    return Members.read(
        request,
        members ->
            new JudgePassword.Command(caller, words(members), members.password("password"), visit));
  }

  private static List<String> words(Members members) {
    Optional<String> email = members.maybeText("email");
    Optional<String> localPart = email.map(address -> address.split("@", 2)[0]);
    Stream<String> names =
        Stream.of(email, localPart, members.maybeText("username")).flatMap(Optional::stream);
    return Stream.concat(names, members.profile().values().stream())
        .filter(word -> !word.isBlank())
        .distinct()
        .toList();
  }
}
