package dev.rekey.migrate;

import dev.rekey.core.arrival.Arrival;
import java.util.List;

/**
 * A row that was not taken, or not as it came.
 *
 * @param outcome taken, refused, renamed or merged
 * @param why in words, without a secret
 * @param left what of it stays behind, in words
 */
public record Remark(long place, long line, String outcome, String why, List<String> left) {

  /** It was taken, but for what stays behind. */
  public static final String TAKEN = "taken";

  public Remark {
    left = List.copyOf(left);
  }

  static Remark refused(long place, long line, String why) {
    return new Remark(place, line, "refused", why, List.of());
  }

  static Remark of(Arrival arrival, String outcome, String why) {
    return new Remark(arrival.place(), arrival.line(), outcome, why, arrival.left());
  }
}
