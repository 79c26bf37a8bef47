package dev.rekey.core.alarm;

import dev.rekey.core.account.Account;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Alarms;
import dev.rekey.core.store.Alarms.Hung;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Somebody, or something that reads letters before they do, opens a notice's link: says what it
 * would raise the alarm about, and changes nothing.
 */
public final class LookAtAlarm {

  private final Accounts accounts;
  private final Alarms alarms;
  private final InstantSource clock;

  public LookAtAlarm(Accounts accounts, Alarms alarms, InstantSource clock) {
    this.accounts = accounts;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** The link's token, as sent. */
  public record Command(String token, Visit visit) {
    @Override
    public String toString() {
      return "LookAtAlarm.Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** It can be raised. */
    record Good(Account account, Alarm alarm) implements Outcome {}

    /**
     * It was raised, another one has taken its subject along, it is too old, or never was; or the
     * account is gone.
     */
    record Dead() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return find(command)
        .<Outcome>map(found -> new Outcome.Good(found.account(), found.hung().alarm()))
        .orElseGet(Outcome.Dead::new);
  }

  /** An alarm that can be raised, and whose it is. */
  record Found(Account account, Hung hung) {}

  Optional<Found> find(Command command) {
    return alarms
        .find(TokenDigest.of(command.token()), clock.instant())
        .flatMap(hung ->
            accounts
                .find(hung.alarm().account())
                .filter(account -> account.realm().equals(command.visit().realm()))
                .map(account -> new Found(account, hung)));
  }
}
