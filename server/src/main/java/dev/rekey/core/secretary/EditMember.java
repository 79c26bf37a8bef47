package dev.rekey.core.secretary;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Members;
import dev.rekey.core.store.Members.Change;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A member of the roster is changed. */
public final class EditMember {

  private final Members members;
  private final RosterRights rights;
  private final Ledger ledger;

  public EditMember(Members members, RosterRights rights, InstantSource clock) {
    this.members = members;
    this.rights = rights;
    this.ledger = new Ledger(clock);
  }

  /** Who changes what of whom. */
  public record Command(
      Caller by, MemberKind kind, Handle.Hex24 whose, MemberEdit edit, Visit visit) {

    public Command {
      kind.require(edit.fields().keySet());
      kind.requireChildless(edit.children().orElse(List.of()));
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Edited(Member member) implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** None of this kind. */
    record NoSuchMember() implements Outcome {}

    /** A date of birth, or the day of an age, is still to come. */
    record FutureDate(String date) implements Outcome {}

    /** The username is none. */
    record Refused(List<Violation> violations) implements Outcome {}

    /** Somebody, be it this member, has the name. */
    record NameTaken() implements Outcome {}

    /** These are no children. */
    record NoSuchChildren(List<Handle.Hex24> ids) implements Outcome {}

    record NoSuchInstitution() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!rights.may(command.by(), Right.to(Deed.UPDATE, command.kind()), command.whose())) {
      return new Outcome.NotAllowed();
    }
    Optional<Violation> name = command.edit().username().flatMap(Particulars::judgeUsername);
    if (name.isPresent()) {
      return new Outcome.Refused(List.of(name.get()));
    }
    return Particulars.futureDate(command.edit().fields(), ledger.now())
        .<Outcome>map(Outcome.FutureDate::new)
        .orElseGet(() -> find(command));
  }

  private Outcome find(Command command) {
    return members
        .find(command.visit().realm(), command.kind(), command.whose())
        .map(member -> edit(command, member))
        .orElseGet(Outcome.NoSuchMember::new);
  }

  /** A name that the member has already counts as taken, as the wire has it. */
  private Outcome edit(Command command, Member member) {
    Optional<String> own = member.account().logins().username();
    return own.isPresent() && command.edit().username().equals(own)
        ? new Outcome.NameTaken()
        : commit(command, member.account().id());
  }

  private Outcome commit(Command command, AccountId id) {
    Event event = new Event.AccountChanged(command.edit().what());
    AuditEntry entry = ledger.entryAbout(id, command.by(), command.visit(), event);
    return switch (members.revise(id, command.edit(), entry)) {
      case Change.Changed(Member member) -> new Outcome.Edited(member);
      case Change.Gone() -> new Outcome.NoSuchMember();
      case Change.NameTaken() -> new Outcome.NameTaken();
      case Change.NoSuchChildren(List<Handle.Hex24> ids) -> new Outcome.NoSuchChildren(ids);
      case Change.NoSuchInstitution() -> new Outcome.NoSuchInstitution();
    };
  }
}
