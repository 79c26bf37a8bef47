package dev.rekey.core.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How the move from an old system goes: who came through one mount.
 *
 * @param all that were ever adopted through the mount
 * @param first when the first came
 * @param last when the last came
 * @param days how many came, of late, by the days on which any did
 * @param passwordless accounts of the realm that are open and wait for their first password
 */
public record Figures(
    long all,
    long lastDay,
    long lastWeek,
    Optional<Instant> first,
    Optional<Instant> last,
    Map<LocalDate, Long> days,
    long passwordless) {

  public Figures {
    days = Map.copyOf(days);
  }
}
