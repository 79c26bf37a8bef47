package dev.rekey.core.secretary;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.store.Members;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/** A child is no longer one of a family. */
public final class ReleaseChild {

  private final Members members;
  private final RosterRights rights;
  private final Ledger ledger;

  public ReleaseChild(Members members, RosterRights rights, InstantSource clock) {
    this.members = members;
    this.rights = rights;
    this.ledger = new Ledger(clock);
  }

  /** Who takes which child out of which family. */
  public record Command(Caller by, Handle.Hex24 family, Handle.Hex24 child, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** It is not, or never was. */
    record Released() implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchFamily() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return rights.may(command.by(), Right.to(Deed.DELETE, MemberKind.FAMILY), command.family())
        ? find(command)
        : new Outcome.NotAllowed();
  }

  private Outcome find(Command command) {
    return members
        .find(command.visit().realm(), MemberKind.FAMILY, command.family())
        .map(family -> family.account().id())
        .filter(family -> members.release(family, command.child(), entry(command, family)))
        .<Outcome>map(_ -> new Outcome.Released())
        .orElseGet(Outcome.NoSuchFamily::new);
  }

  private AuditEntry entry(Command command, AccountId family) {
    Event event = new Event.AccountChanged(List.of("children"));
    return ledger.entryAbout(family, command.by(), command.visit(), event);
  }
}
