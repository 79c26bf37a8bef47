package dev.rekey.core.secretary;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Members;
import dev.rekey.core.visit.Visit;

/** The child that wears a tag is looked for. */
public final class FindChildByTag {

  private static final Right READ = Right.to(Deed.READ, MemberKind.CHILD);

  private final Members members;
  private final RosterRights rights;

  public FindChildByTag(Members members, RosterRights rights) {
    this.members = members;
    this.rights = rights;
  }

  /** Who wants to know whose tag it is. */
  public record Command(Caller by, String tag, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Member child) implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** Nobody wears it whom this caller may see. */
    record NoSuchMember() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return rights.may(command.by(), READ) ? find(command) : new Outcome.NotAllowed();
  }

  private Outcome find(Command command) {
    return members
        .findByTag(command.visit().realm(), command.tag())
        .filter(child -> rights.may(command.by(), READ, child.id()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NoSuchMember::new);
  }
}
