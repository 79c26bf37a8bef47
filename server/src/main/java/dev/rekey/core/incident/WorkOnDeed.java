package dev.rekey.core.incident;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.BulkTurn;
import dev.rekey.core.audit.Event;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.BulkDeed.State;
import dev.rekey.core.bulk.Candidate;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Mandate;
import dev.rekey.core.bulk.Progress;
import dev.rekey.core.bulk.Selection;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.letter.TicketOffice.Offer;
import dev.rekey.core.store.BulkDeeds;
import dev.rekey.core.store.BulkDeeds.Act;
import dev.rekey.core.store.BulkDeeds.Stint;
import dev.rekey.core.store.BulkDeeds.Turn;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Does a handful of what is to be done to many accounts, or takes a handful of it back. */
public final class WorkOnDeed {

  private static final String WIRE = "console";

  private final BulkDeeds deeds;
  private final Steps steps;
  private final Roles roles;
  private final TicketOffice office;
  private final TicketLink link;
  private final InstantSource clock;

  /**
   * @param link where a reset letter leads
   */
  public WorkOnDeed(
      BulkDeeds deeds, Roles roles, TicketOffice office, TicketLink link, InstantSource clock) {
    this.deeds = deeds;
    this.steps = new Steps(deeds, roles);
    this.roles = roles;
    this.office = office;
    this.link = link;
    this.clock = clock;
  }

  /**
   * Which part of which deed.
   *
   * @param seen the deed as it was last seen
   * @param most to how many accounts at most
   * @param lease how long nobody else works on it
   */
  public record Command(BulkDeed seen, int most, Duration lease) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk; the deed as it is now. */
    record Worked(BulkDeed deed) implements Outcome {}

    /** Somebody stopped it, or somebody else works on it. Nothing was done. */
    record Overtaken() implements Outcome {}
  }

  public Outcome handle(Command command) {
    BulkDeed seen = command.seen();
    Instant now = clock.instant();
    boolean forth = seen.state() == State.RUNNING;
    Steps.Step step = forth ? steps.forth(seen, command.most()) : steps.back(seen, command.most());
    Stint stint =
        new Stint(
            seen,
            step.chosen(),
            forth ? account -> act(seen, account, now) : account -> undo(seen, account, now),
            done -> turn(seen, step, done, now),
            now.plus(command.lease()));
    return deeds.work(stint).<Outcome>map(Outcome.Worked::new).orElseGet(Outcome.Overtaken::new);
  }

  /** As the account is at that moment: somebody may have changed the password or the role. */
  private Optional<Act> act(BulkDeed deed, Account account, Instant now) {
    if (!Selection.of(deed, roles).takes(Candidate.of(account))) {
      return Optional.empty();
    }
    return Optional.of(
        switch (deed.deed()) {
          case Deed.ForceChange(boolean letters) -> force(deed, account, letters, now);
          case Deed.EndSessions() -> end(deed, account, now);
        });
  }

  private Act force(BulkDeed deed, Account account, boolean letters, Instant now) {
    MustChange forced = new MustChange.Forced(now, Optional.of(deed.id()));
    Event event = new Event.ChangeForced(Long.toString(deed.id()));
    Sequel sequel = sequel(entry(deed.proposal(), account, event, now), new Ending.All());
    return new Act(
        AccountEdit.none().withMustChange(forced),
        offer(account, letters, visit(deed.proposal(), account.realm()), now)
            .map(offer ->
                sequel.withOpened(offer.ticket()).withLetters(List.<Letter>of(offer.letter())))
            .orElse(sequel));
  }

  /** A reset letter, to whoever has an address and may use it. */
  private Optional<Offer> offer(Account account, boolean wished, Visit visit, Instant now) {
    return account
        .logins()
        .email()
        .filter(_ -> wished && !account.closed())
        .filter(_ -> roles.may(account, Capability.RESET_OWN_PASSWORD))
        .map(to ->
            office.offer(
                Ticket.Purpose.RESET_PASSWORD,
                TicketOffice.Reader.of(account, to, visit),
                link,
                now));
  }

  private static Act end(BulkDeed deed, Account account, Instant now) {
    AuditEntry entry = entry(deed.proposal(), account, new Event.SessionsEnded(), now);
    return new Act(AccountEdit.none(), sequel(entry, new Ending.All()));
  }

  /** Whoever has followed it meanwhile, or got a password from a steward, keeps that. */
  private static Optional<Act> undo(BulkDeed deed, Account account, Instant now) {
    return account
        .credential()
        .mustChange()
        .filter(why -> isOf(deed, why))
        .map(_ ->
            new Act(
                AccountEdit.none().withoutMustChange(),
                Sequel.of(
                    entry(
                        deed.undo().orElse(deed.proposal()),
                        account,
                        new Event.ForcedChangeTakenBack(Long.toString(deed.id())),
                        now))));
  }

  private static boolean isOf(BulkDeed deed, MustChange why) {
    return why instanceof MustChange.Forced(_, Optional<Long> by)
        && by.filter(id -> id == deed.id()).isPresent();
  }

  /** What was asked for by letter stays good: it is the way out. */
  private static Sequel sequel(AuditEntry entry, Ending ending) {
    return Sequel.of(entry).withSessionsEnded(ending);
  }

  private static AuditEntry entry(Mandate mandate, Account account, Event event, Instant now) {
    return new AuditEntry(
        now, visit(mandate, account.realm()), Optional.of(account.id()), mandate.by(), event);
  }

  /** As if whoever wanted it had come to each account; in whose language nobody reads a page. */
  private static Visit visit(Mandate mandate, Realm realm) {
    Origin origin = new Origin(mandate.origin().address(), mandate.origin().agent());
    return new Visit(realm, WIRE, origin, Optional.empty()).because(mandate.why());
  }

  private static Turn turn(BulkDeed seen, Steps.Step step, long done, Instant now) {
    boolean forth = seen.state() == State.RUNNING;
    Progress old = seen.progress();
    AccountId place = step.place();
    Progress progress = forth ? old.done(done, place) : old.undone(done, place);
    if (!step.isLast()) {
      return new Turn(seen.with(seen.state(), progress), Optional.empty());
    }
    BulkDeed finished = seen.with(forth ? State.DONE : State.UNDONE, progress);
    BulkTurn turn = forth ? BulkTurn.FINISHED : BulkTurn.UNDONE;
    Mandate mandate = forth ? seen.proposal() : seen.undo().orElse(seen.proposal());
    return new Turn(
        finished,
        Optional.of(Entries.of(finished, turn, visit(mandate, Realm.MAIN), mandate.by(), now)));
  }
}
