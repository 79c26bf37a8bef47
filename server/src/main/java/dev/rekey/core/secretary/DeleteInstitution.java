package dev.rekey.core.secretary;

import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.store.Institutions;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;

/** An institution is deleted, which nobody belongs to. */
public final class DeleteInstitution {

  private final Institutions institutions;
  private final RosterRights rights;
  private final Ledger ledger;

  public DeleteInstitution(Institutions institutions, RosterRights rights, InstantSource clock) {
    this.institutions = institutions;
    this.rights = rights;
    this.ledger = new Ledger(clock);
  }

  /** Who deletes which. */
  public record Command(Caller by, InstitutionId which, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Deleted() implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchInstitution() implements Outcome {}

    /** Somebody belongs to it. */
    record InUse() implements Outcome {}
  }

  public Outcome handle(Command command) {
    Right delete = Right.to(Deed.DELETE, Subject.INSTITUTIONS);
    return rights.may(command.by(), delete, command.which())
        ? delete(command)
        : new Outcome.NotAllowed();
  }

  private Outcome delete(Command command) {
    Event event = new Event.InstitutionDeleted(command.which().hex24());
    AuditEntry entry = ledger.entry(command.by(), command.visit(), event);
    return switch (institutions.delete(command.visit().realm(), command.which(), entry)) {
      case DONE -> new Outcome.Deleted();
      case GONE -> new Outcome.NoSuchInstitution();
      case IN_USE -> new Outcome.InUse();
    };
  }
}
