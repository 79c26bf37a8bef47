package dev.rekey.core.secretary;

import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Members;
import dev.rekey.core.visit.Visit;

/** A member of the roster is looked at. */
public final class SeeMember {

  private final Members members;
  private final RosterRights rights;

  public SeeMember(Members members, RosterRights rights) {
    this.members = members;
    this.rights = rights;
  }

  /** Who wants to see whom. */
  public record Command(Caller by, MemberKind kind, Handle.Hex24 whose, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Member member) implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** None of this kind. */
    record NoSuchMember() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return rights.may(command.by(), Right.to(Deed.READ, command.kind()), command.whose())
        ? see(command)
        : new Outcome.NotAllowed();
  }

  private Outcome see(Command command) {
    return members
        .find(command.visit().realm(), command.kind(), command.whose())
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NoSuchMember::new);
  }
}
