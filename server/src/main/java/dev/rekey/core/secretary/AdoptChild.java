package dev.rekey.core.secretary;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Members;
import dev.rekey.core.store.Members.Adoption;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/** A child becomes one of a family. */
public final class AdoptChild {

  private final Members members;
  private final RosterRights rights;
  private final Ledger ledger;

  public AdoptChild(Members members, RosterRights rights, InstantSource clock) {
    this.members = members;
    this.rights = rights;
    this.ledger = new Ledger(clock);
  }

  /** Who adds which child to which family. */
  public record Command(Caller by, Handle.Hex24 family, Handle.Hex24 child, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Adopted(Member family) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchFamily() implements Outcome {}

    record NoSuchChild() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return rights.may(command.by(), Right.to(Deed.CREATE, MemberKind.FAMILY), command.family())
        ? find(command)
        : new Outcome.NotAllowed();
  }

  private Outcome find(Command command) {
    return members
        .find(command.visit().realm(), MemberKind.FAMILY, command.family())
        .map(family -> adopt(command, family.account().id()))
        .orElseGet(Outcome.NoSuchFamily::new);
  }

  private Outcome adopt(Command command, AccountId family) {
    Event event = new Event.AccountChanged(List.of("children"));
    AuditEntry entry = ledger.entryAbout(family, command.by(), command.visit(), event);
    return switch (members.adopt(family, command.child(), entry)) {
      case Adoption.Adopted(Member member) -> new Outcome.Adopted(member);
      case Adoption.NoSuchFamily() -> new Outcome.NoSuchFamily();
      case Adoption.NoSuchChild() -> new Outcome.NoSuchChild();
    };
  }
}
