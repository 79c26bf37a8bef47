package dev.rekey.core.secretary;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.store.Institutions;
import dev.rekey.core.visit.Visit;

/** An institution is looked at. */
public final class SeeInstitution {

  private final Institutions institutions;
  private final RosterRights rights;

  public SeeInstitution(Institutions institutions, RosterRights rights) {
    this.institutions = institutions;
    this.rights = rights;
  }

  /** Who wants to see which. */
  public record Command(Caller by, InstitutionId which, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Institution institution) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchInstitution() implements Outcome {}
  }

  public Outcome handle(Command command) {
    Right read = Right.to(Deed.READ, Subject.INSTITUTIONS);
    return rights.may(command.by(), read, command.which())
        ? see(command)
        : new Outcome.NotAllowed();
  }

  private Outcome see(Command command) {
    return institutions
        .find(command.visit().realm(), command.which())
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NoSuchInstitution::new);
  }
}
