package dev.rekey.core.alarm;

import dev.rekey.core.account.Account;
import dev.rekey.core.alarm.AlarmOffice.Posted;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Grants.Arrival;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Device;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks at what somebody signs in with, and has the notice ready for the owner, should it be new.
 *
 * <p>What is remembered is the client's family, without its version, so that an update is nothing
 * new. Where people sign in it is the region of their address as well: an attacker's browser is as
 * common as theirs, but comes from elsewhere. The program behind a wire is known by its family
 * alone: a telephone changes its network with every street, and would mail its owner at each.
 */
public final class Lookout {

  /** After so long without a sign-in a device is new again. */
  private static final Duration MEMORY = Duration.ofDays(180);

  private final AlarmOffice office;
  private final Sight sight;

  public Lookout(AlarmOffice office, Sight sight) {
    this.office = office;
    this.sight = sight;
  }

  /** What is looked at. */
  public enum Sight {
    DEVICE,
    DEVICE_AND_REGION
  }

  /** What comes with a sign-in; empty where no letter reaches the owner. */
  public Optional<Arrival> look(Account account, Visit visit, Instant now) {
    return account.logins().email().map(to -> arrival(account, to, visit, now));
  }

  private Arrival arrival(Account account, String to, Visit visit, Instant now) {
    Letter notice =
        new Letter.NewDevice(to, account.logins().display(), now, visit.origin())
            .in(Language.of(account.profile(), visit));
    Posted posted = office.post(account.id(), List.of(notice));
    return new Arrival(mark(account, visit), now.plus(MEMORY), posted.letters(), posted.alarms());
  }

  private TokenDigest mark(Account account, Visit visit) {
    String device =
        sight + " " + account.id().value() + ' ' + Device.family(visit.origin().agent());
    return switch (sight) {
      case DEVICE -> TokenDigest.of(device);
      case DEVICE_AND_REGION -> TokenDigest.of(device + ' ' + visit.origin().region());
    };
  }
}
