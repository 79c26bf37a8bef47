package dev.rekey.dialect.own;

import dev.rekey.core.account.Profile;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.Demand;
import dev.rekey.core.change.Wishes;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.Optional;

/** From requests about the own account to commands. */
final class DecodeAccount {

  private DecodeAccount() {}

  static Reading<SignUp.Command, Problem> signUp(
      Request request, TicketLink confirmation, Visit visit) {
    return Members.read(
        request,
        members ->
            new SignUp.Command(
                Optional.of(members.text("email")),
                members.maybeText("username"),
                NewPassword.Wish.of(members.password("password")),
                new Profile(members.profile()),
                Optional.of(confirmation),
                visit));
  }

  static Reading<ChangeProfile.Command, Problem> change(
      Request request, Caller caller, TicketLink confirmation, Visit visit) {
    return Members.read(request, members -> change(members, caller, confirmation, visit));
  }

  /** Where letters go is where resets go: it changes for nobody but who knows the password. */
  private static ChangeProfile.Command change(
      Members members, Caller caller, TicketLink confirmation, Visit visit) {
    members.needAny();
    Wishes wishes =
        new Wishes(
            members.maybeText("email"),
            members.maybeText("username"),
            members.profileEdit(),
            Optional.of(confirmation));
    return new ChangeProfile.Command(
        caller,
        members.maybePassword("current_password"),
        wishes.email().isPresent() ? Demand.IF_SET : Demand.IF_SENT,
        wishes,
        visit);
  }
}
