package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.incident.DecideDeed;
import dev.rekey.core.incident.ProposeDeed;
import dev.rekey.core.incident.SteerDeed;
import dev.rekey.core.incident.WorkOnDeed;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Visit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** The people and the use cases that stories of bulk deeds are told with. */
final class BulkStory {

  static final Role ADMIN = new Role("admin");
  static final Role OPERATOR = new Role("operator");

  static final Roles ROLES =
      new Roles(
          Map.of(
              ADMIN,
              EnumSet.allOf(Capability.class),
              OPERATOR,
              EnumSet.range(Capability.SIGN_IN, Capability.CLOSE_OWN_ACCOUNT)));

  static final Deed FORCE = new Deed.ForceChange(false);
  static final Target EVERYBODY = new Target.Everybody();
  static final Visit WHY = VISIT.because("a laptop was stolen");

  private final Ports ports;
  private final BulkDeeds deeds;
  private final InstantSource clock = InstantSource.fixed(NOW);

  BulkStory(Ports ports, BulkDeeds deeds) {
    this.ports = ports;
    this.deeds = deeds;
  }

  static Steward by(Account account) {
    return new Steward.Administrator(
        new Caller(account, ROLES, Optional.empty(), Optional.empty()));
  }

  BulkDeed begun(Deed deed, Target target) {
    return begun(new Steward.Operator(), deed, target);
  }

  BulkDeed begun(Steward by, Deed deed, Target target) {
    return begun(new ProposeDeed.Command(by, deed, target, false, WHY));
  }

  BulkDeed begun(ProposeDeed.Command command) {
    return switch (propose(false, command)) {
      case ProposeDeed.Outcome.Begun(BulkDeed deed) -> deed;
      case ProposeDeed.Outcome other -> throw new AssertionError("not begun: " + other);
    };
  }

  BulkDeed waiting(Steward by, Deed deed) {
    return switch (propose(true, new ProposeDeed.Command(by, deed, EVERYBODY, false, WHY))) {
      case ProposeDeed.Outcome.Waiting(BulkDeed waits) -> waits;
      case ProposeDeed.Outcome other -> throw new AssertionError("does not wait: " + other);
    };
  }

  ProposeDeed.Outcome propose(boolean two, ProposeDeed.Command command) {
    return new ProposeDeed(deeds, ports.accounts(), ROLES, two, clock).handle(command);
  }

  DecideDeed.Outcome decide(Steward by, BulkDeed deed, DecideDeed.Decision decision) {
    return decide(by, deed, decision, clock);
  }

  DecideDeed.Outcome decide(
      Steward by, BulkDeed deed, DecideDeed.Decision decision, InstantSource at) {
    return new DecideDeed(deeds, at).handle(new DecideDeed.Command(by, deed.id(), decision, WHY));
  }

  SteerDeed.Outcome steer(BulkDeed deed, SteerDeed.Wish wish) {
    return new SteerDeed(deeds, clock)
        .handle(new SteerDeed.Command(new Steward.Operator(), deed.id(), wish, WHY));
  }

  BulkDeed steered(BulkDeed deed, SteerDeed.Wish wish) {
    return switch (steer(deed, wish)) {
      case SteerDeed.Outcome.Steered(BulkDeed after) -> after;
      case SteerDeed.Outcome other -> throw new AssertionError("not steered: " + other);
    };
  }

  WorkOnDeed.Outcome work(BulkDeed seen, int most) {
    Mint mint = new Mint(new SecureRandom());
    TicketOffice office =
        new TicketOffice(
            mint,
            new Codes(mint, new byte[32]),
            new TicketOffice.Lifetimes(
                Duration.ofHours(6), Duration.ofDays(1), Duration.ofHours(6)));
    TicketLink link = new TicketLink("https://id.example.org/account/reset/{token}");
    return new WorkOnDeed(deeds, ROLES, office, link, clock)
        .handle(new WorkOnDeed.Command(seen, most, Duration.ofSeconds(15)));
  }

  /** Works on it until it is done. */
  BulkDeed finished(BulkDeed begun, int handful) {
    BulkDeed deed = begun;
    while (deed.isUnderWay()) {
      deed = worked(deed, handful);
    }
    return deed;
  }

  BulkDeed worked(BulkDeed deed, int handful) {
    return switch (work(deed, handful)) {
      case WorkOnDeed.Outcome.Worked(BulkDeed after) -> after;
      case WorkOnDeed.Outcome.Overtaken() -> throw new AssertionError("overtaken");
    };
  }
}
