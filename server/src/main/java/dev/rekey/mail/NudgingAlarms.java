package dev.rekey.mail;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.store.Alarms;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alarms whose letters the postman hears of as soon as they are committed. */
public record NudgingAlarms(Alarms alarms, Runnable nudge) implements Alarms {

  @Override
  public Optional<Hung> find(TokenDigest digest, Instant now) {
    return alarms.find(digest, now);
  }

  @Override
  public Raising raise(Raise raise) {
    Raising raising = alarms.raise(raise);
    if (!raise.letters().isEmpty()) {
      nudge.run();
    }
    return raising;
  }

  @Override
  public List<String> waysBack(AccountId account) {
    return alarms.waysBack(account);
  }
}
