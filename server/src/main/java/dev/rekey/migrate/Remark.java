package dev.rekey.migrate;

/**
 * A row that was not taken, or not as it came.
 *
 * @param outcome refused, renamed or merged
 * @param why in words, without a secret
 */
public record Remark(long place, long line, String outcome, String why) {

  static Remark refused(long place, long line, String why) {
    return new Remark(place, line, "refused", why);
  }
}
