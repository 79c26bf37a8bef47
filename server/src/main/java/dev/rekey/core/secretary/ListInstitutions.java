package dev.rekey.core.secretary;

import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.roster.Span.Stretch;
import dev.rekey.core.store.Institutions;
import dev.rekey.core.store.Window;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/** The institutions are listed. */
public final class ListInstitutions {

  private final Institutions institutions;
  private final RosterRights rights;
  private final InstantSource clock;

  public ListInstitutions(Institutions institutions, RosterRights rights, InstantSource clock) {
    this.institutions = institutions;
    this.rights = rights;
    this.clock = clock;
  }

  /** Who wants to see which part of the list. */
  public record Command(Caller by, Listing listing, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * A page of them, the newest first where nothing else was asked for.
     *
     * @param total of all that there are, not only of those that pass the filters
     */
    record Listed(List<Institution> institutions, long total) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return rights.may(command.by(), Right.to(Deed.READ_ALL, Subject.INSTITUTIONS))
        ? list(command.visit().realm(), command.listing())
        : new Outcome.NotAllowed();
  }

  private Outcome list(Realm realm, Listing listing) {
    return new Outcome.Listed(page(realm, listing), institutions.count(realm));
  }

  private List<Institution> page(Realm realm, Listing listing) {
    Stretch made = listing.made().resolve(clock.instant());
    if (listing.isPlain()) {
      return institutions.list(realm, new Window(made, listing.offset(), listing.limit()));
    }
    return Sieve.INSTITUTIONS.page(institutions.list(realm, Window.all(made)), listing);
  }
}
