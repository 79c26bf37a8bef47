package dev.rekey.core.secretary;

import dev.rekey.core.account.Realm;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Span.Stretch;
import dev.rekey.core.store.Members;
import dev.rekey.core.store.Window;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The members of a kind are listed. */
public final class ListMembers {

  private final Members members;
  private final RosterRights rights;
  private final InstantSource clock;

  public ListMembers(Members members, RosterRights rights, InstantSource clock) {
    this.members = members;
    this.rights = rights;
    this.clock = clock;
  }

  /** Who wants to see which part of the list of the kind. */
  public record Command(Caller by, MemberKind kind, Listing listing, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * A page of them, the newest first where nothing else was asked for.
     *
     * @param total of the kind, not only of those that pass the filters
     */
    record Listed(List<Member> members, long total) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return rights.may(command.by(), Right.to(Deed.READ_ALL, command.kind()))
        ? list(command)
        : new Outcome.NotAllowed();
  }

  private Outcome list(Command command) {
    Realm realm = command.visit().realm();
    List<Member> page = page(realm, command.kind(), command.listing());
    return new Outcome.Listed(members.complete(page), members.count(realm, command.kind()));
  }

  private List<Member> page(Realm realm, MemberKind kind, Listing listing) {
    Stretch made = listing.made().resolve(clock.instant());
    Optional<InstitutionId> institution = Sieve.institutionAlone(listing);
    if (listing.isPlain() || institution.isPresent()) {
      Window window = new Window(made, listing.offset(), listing.limit());
      return members.list(realm, kind, institution, window);
    }
    List<Member> all = members.list(realm, kind, Optional.empty(), Window.all(made));
    return Sieve.MEMBERS.page(all, listing);
  }
}
