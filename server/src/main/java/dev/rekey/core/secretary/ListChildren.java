package dev.rekey.core.secretary;

import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Span.Stretch;
import dev.rekey.core.store.Members;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** The children of a family are listed. */
public final class ListChildren {

  private final Members members;
  private final RosterRights rights;
  private final InstantSource clock;

  public ListChildren(Members members, RosterRights rights, InstantSource clock) {
    this.members = members;
    this.rights = rights;
    this.clock = clock;
  }

  /** Who wants to see which part of the list of the family's children. */
  public record Command(Caller by, Handle.Hex24 family, Listing listing, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * A page of them, the newest first where nothing else was asked for.
     *
     * @param total of the family, not only of those that pass the filters
     */
    record Listed(List<Member> children, long total) implements Outcome {}

    record NotAllowed() implements Outcome {}

    record NoSuchFamily() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return rights.may(command.by(), Right.to(Deed.READ, MemberKind.FAMILY), command.family())
        ? find(command)
        : new Outcome.NotAllowed();
  }

  private Outcome find(Command command) {
    return members
        .find(command.visit().realm(), MemberKind.FAMILY, command.family())
        .map(family -> list(family.children(), command.listing()))
        .orElseGet(Outcome.NoSuchFamily::new);
  }

  private Outcome list(List<Member> children, Listing listing) {
    Stretch made = listing.made().resolve(clock.instant());
    List<Member> newestFirst =
        children.stream()
            .filter(child -> made.contains(child.account().createdAt()))
            .sorted(
                Comparator.comparingLong((Member child) -> child.account().id().value()).reversed())
            .toList();
    return new Outcome.Listed(Sieve.MEMBERS.page(newestFirst, listing), children.size());
  }
}
