package dev.rekey.core.secretary;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.password.Password;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Belonging;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Members;
import dev.rekey.core.store.Members.Enrolment;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member of the roster is made, with a password and whom it belongs with. */
public final class EnrolMember {

  private final Members members;
  private final RosterRights rights;
  private final NewPassword newPassword;
  private final Hasher hasher;
  private final InstantSource clock;

  public EnrolMember(
      Members members,
      RosterRights rights,
      NewPassword newPassword,
      Hasher hasher,
      InstantSource clock) {
    this.members = members;
    this.rights = rights;
    this.newPassword = newPassword;
    this.hasher = hasher;
    this.clock = clock;
  }

  /**
   * Who makes a member of which description.
   *
   * @param fields of the kind, as they are to stand in the profile
   * @param belonging whom it belongs with, all of whom must be there
   */
  public record Command(
      Caller by,
      MemberKind kind,
      String username,
      Password password,
      Map<String, String> fields,
      Belonging belonging,
      Visit visit) {

    public Command {
      kind.require(fields.keySet());
      kind.requireChildless(belonging.children());
      fields = Map.copyOf(fields);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Enrolled(Member member) implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** A date of birth, or the day of an age, is still to come. */
    record FutureDate(String date) implements Outcome {}

    /** The password does not do, or the username is none. */
    record Refused(List<Violation> violations) implements Outcome {}

    record NameTaken() implements Outcome {}

    /** These are no children. */
    record NoSuchChildren(List<Handle.Hex24> ids) implements Outcome {}

    record NoSuchInstitution() implements Outcome {}

    record Overloaded(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!rights.may(command.by(), Right.to(Deed.CREATE, command.kind()))) {
      return new Outcome.NotAllowed();
    }
    Optional<Violation> name = Particulars.judgeUsername(command.username());
    if (name.isPresent()) {
      return new Outcome.Refused(List.of(name.get()));
    }
    return Particulars.futureDate(command.fields(), clock.instant())
        .<Outcome>map(Outcome.FutureDate::new)
        .orElseGet(() -> judgePassword(command));
  }

  private Outcome judgePassword(Command command) {
    Logins logins = Logins.of(Optional.empty(), Optional.of(command.username()));
    Profile profile = profile(command);
    PasswordPolicy.Bearer bearer = new PasswordPolicy.Bearer(Account.wordsOf(logins, profile));
    List<Violation> violations = newPassword.judge(NewPassword.Wish.of(command.password()), bearer);
    if (!violations.isEmpty()) {
      return new Outcome.Refused(List.copyOf(violations));
    }
    return hasher.inSlot(
        command.visit().source(command.by().account().id()),
        slot -> enrol(command, logins, profile, slot.seal(command.password())),
        Outcome.Overloaded::new);
  }

  private static Profile profile(Command command) {
    Map<String, String> fields = new LinkedHashMap<>(command.kind().atFirst());
    fields.putAll(command.fields());
    return new Profile(fields);
  }

  private Outcome enrol(Command command, Logins logins, Profile profile, PasswordHash hash) {
    NewAccount draft =
        new NewAccount(
            command.visit().realm(),
            logins,
            command.kind().role(),
            profile,
            Optional.of(hash),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Optional<AccountId> by = Optional.of(command.by().account().id());
    return switch (members.enrol(
        draft, command.belonging(), command.visit(), by, clock.instant())) {
      case Enrolment.Enrolled(Member member) -> new Outcome.Enrolled(member);
      case Enrolment.Taken _ -> new Outcome.NameTaken();
      case Enrolment.NoSuchChildren(List<Handle.Hex24> ids) -> new Outcome.NoSuchChildren(ids);
      case Enrolment.NoSuchInstitution() -> new Outcome.NoSuchInstitution();
    };
  }
}
