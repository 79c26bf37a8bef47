package dev.rekey.core.alarm;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.alarm.LookAtAlarm.Found;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.letter.TicketOffice.Return;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Alarms;
import dev.rekey.core.store.Alarms.Raise;
import dev.rekey.core.store.Alarms.Raising;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whoever reads a notice says that this was not them: nobody comes in any more, what was changed is
 * as before, and a way back goes to every address that was known before. All of it, or nothing.
 */
public final class RaiseAlarm {

  private final LookAtAlarm look;
  private final Alarms alarms;
  private final Roles roles;
  private final TicketOffice office;
  private final InstantSource clock;

  public RaiseAlarm(
      Accounts accounts, Alarms alarms, Roles roles, TicketOffice office, InstantSource clock) {
    this.look = new LookAtAlarm(accounts, alarms, clock);
    this.alarms = alarms;
    this.roles = roles;
    this.office = office;
    this.clock = clock;
  }

  /**
   * The link's token, as sent.
   *
   * @param wayBack where the letter leads by which the owner comes back
   */
  public record Command(String token, TicketLink wayBack, Visit visit) {
    @Override
    public String toString() {
      return "RaiseAlarm.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * Done, and on disk.
     *
     * @param number of the case that those have before them who run the server
     * @param wayBack whether letters are on their way; not where the owner may not reset the
     *     password, a steward had closed the account before, or the address is another's by now
     */
    record Raised(Account account, long number, boolean wayBack) implements Outcome {}

    /** See {@link LookAtAlarm.Outcome.Dead}. */
    record Dead() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return look.find(new LookAtAlarm.Command(command.token(), command.visit()))
        .map(found -> raise(found, command))
        .orElseGet(Outcome.Dead::new);
  }

  private Outcome raise(Found found, Command command) {
    Instant now = clock.instant();
    Account account = found.account();
    List<String> addresses = found.hung().addresses();
    Optional<Return> back =
        Optional.of(addresses)
            .filter(some -> !some.isEmpty() && mayComeBack(account))
            .map(some -> office.wayBack(account, some, command.wayBack(), command.visit(), now));
    String deed = found.hung().alarm().deed().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Raise raise =
        new Raise(
            found.hung().alarm(),
            back.map(Return::ticket),
            back.map(Return::letters).orElse(List.of()),
            addresses,
            AuditEntry.of(now, command.visit(), account.id(), new Event.AlarmRaised(deed)));
    return switch (alarms.raise(raise)) {
      case Raising.Raised(Account frozen, long number, boolean reachable) ->
          new Outcome.Raised(frozen, number, reachable && back.isPresent());
      case Raising.Gone() -> new Outcome.Dead();
    };
  }

  private boolean mayComeBack(Account account) {
    return !account.disabled() && roles.may(account, Capability.RESET_OWN_PASSWORD);
  }
}
