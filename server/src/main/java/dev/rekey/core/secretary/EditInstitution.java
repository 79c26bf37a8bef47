package dev.rekey.core.secretary;

import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.store.Institutions;
import dev.rekey.core.store.Institutions.Change;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;

/** An institution is changed. */
public final class EditInstitution {

  private final Institutions institutions;
  private final RosterRights rights;
  private final Ledger ledger;

  public EditInstitution(Institutions institutions, RosterRights rights, InstantSource clock) {
    this.institutions = institutions;
    this.rights = rights;
    this.ledger = new Ledger(clock);
  }

  /** Who changes what of which. */
  public record Command(Caller by, InstitutionId which, Institution.Edit edit, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Edited(Institution institution) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchInstitution() implements Outcome {}

    /** An institution, be it this one, has the name. */
    record NameTaken() implements Outcome {}
  }

  public Outcome handle(Command command) {
    Right update = Right.to(Deed.UPDATE, Subject.INSTITUTIONS);
    return rights.may(command.by(), update, command.which())
        ? edit(command)
        : new Outcome.NotAllowed();
  }

  private Outcome edit(Command command) {
    Event event = new Event.InstitutionChanged(command.which().hex24(), command.edit().what());
    AuditEntry entry = ledger.entry(command.by(), command.visit(), event);
    return switch (institutions.revise(
        command.visit().realm(), command.which(), command.edit(), entry)) {
      case Change.Changed(Institution institution) -> new Outcome.Edited(institution);
      case Change.NameTaken() -> new Outcome.NameTaken();
      case Change.Gone() -> new Outcome.NoSuchInstitution();
    };
  }
}
