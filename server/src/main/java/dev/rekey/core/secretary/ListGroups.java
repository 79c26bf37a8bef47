package dev.rekey.core.secretary;

import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Span.Stretch;
import dev.rekey.core.store.Groups;
import dev.rekey.core.store.Members;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;

/** Somebody lists the own groups of children. */
public final class ListGroups {

  private final Groups groups;
  private final GroupOwners owners;
  private final InstantSource clock;

  public ListGroups(Groups groups, Members members, RosterRights rights, InstantSource clock) {
    this.groups = groups;
    this.owners = new GroupOwners(members, rights);
    this.clock = clock;
  }

  /** Who wants to see which part of the list of whose groups; the kind is that of the owner. */
  public record Command(
      Caller by, MemberKind kind, Handle.Hex24 owner, Listing listing, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * A page of them, the newest first where nothing else was asked for.
     *
     * @param total of the owner, not only of those that pass the filters
     */
    record Listed(List<ChildrenGroup> groups, long total) implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** The owner is not of this kind. */
    record NoSuchOwner() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!owners.may(command.by(), Deed.READ, command.owner())) {
      return new Outcome.NotAllowed();
    }
    return owners
        .find(command.visit().realm(), command.kind(), command.owner())
        .map(owner -> list(groups.of(owner), command.listing()))
        .orElseGet(Outcome.NoSuchOwner::new);
  }

  private Outcome list(List<ChildrenGroup> oldestFirst, Listing listing) {
    Stretch made = listing.made().resolve(clock.instant());
    List<ChildrenGroup> newestFirst =
        oldestFirst.reversed().stream().filter(group -> made.contains(group.createdAt())).toList();
    return new Outcome.Listed(Sieve.GROUPS.page(newestFirst, listing), oldestFirst.size());
  }
}
