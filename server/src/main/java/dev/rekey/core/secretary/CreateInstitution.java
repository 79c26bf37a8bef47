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
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;

/** An institution is made. */
public final class CreateInstitution {

  private final Institutions institutions;
  private final RosterRights rights;
  private final Mint mint;
  private final Ledger ledger;

  public CreateInstitution(
      Institutions institutions, RosterRights rights, Mint mint, InstantSource clock) {
    this.institutions = institutions;
    this.rights = rights;
    this.mint = mint;
    this.ledger = new Ledger(clock);
  }

  /** Who makes an institution of which description. */
  public record Command(Caller by, Institution.Details details, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Created(Institution institution) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NameTaken() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return rights.may(command.by(), Right.to(Deed.CREATE, Subject.INSTITUTIONS))
        ? create(command)
        : new Outcome.NotAllowed();
  }

  private Outcome create(Command command) {
    InstitutionId id = new InstitutionId(mint.hex(InstitutionId.BYTES));
    AuditEntry entry =
        ledger.entry(command.by(), command.visit(), new Event.InstitutionCreated(id.hex24()));
    Institution institution =
        new Institution(id, command.visit().realm(), command.details(), entry.at());
    return institutions.create(institution, entry)
        ? new Outcome.Created(institution)
        : new Outcome.NameTaken();
  }
}
