package dev.rekey.core.policy;

import java.util.List;

/**
 * What an operator may choose about new passwords. Composition and expiry are not among it (NIST SP
 * 800-63B-4 section 3.1.1.2).
 *
 * @param minimumLength in code points, 1 to 64; 15 is NIST's floor for a password that stands
 *     alone, and fewer than 8 are for mounts whose old clients cannot do otherwise
 * @param maximumLength in code points, 64 to 4,096
 * @param blocklist whether common and breached passwords are refused
 * @param personalWords whether the account's own words are refused
 * @param organisationWords the words of the organisation that are refused
 * @param refuseCurrent whether the password that the account has now is refused
 */
public record PolicySettings(
    int minimumLength,
    int maximumLength,
    boolean blocklist,
    boolean personalWords,
    List<String> organisationWords,
    boolean refuseCurrent) {

  private static final int LEAST_MINIMUM = 1;
  private static final int LEAST_MAXIMUM = 64;
  private static final int MOST_MAXIMUM = 4096;

  public PolicySettings {
    require("minimum length", LEAST_MINIMUM, minimumLength, LEAST_MAXIMUM);
    require("maximum length", LEAST_MAXIMUM, maximumLength, MOST_MAXIMUM);
    organisationWords = List.copyOf(organisationWords);
  }

  /** The defaults: 8 to 1,024 code points, every check on, the word {@code rekey}. */
  public static PolicySettings standard() {
    return new PolicySettings(8, 1024, true, true, List.of("rekey"), true);
  }

  private static void require(String what, int least, int value, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "a %s of %d is not within %d to %d".formatted(what, value, least, most));
    }
  }
}
