package dev.rekey.config;

import java.time.Duration;

/** The keys of what stewards do. */
final class StewardKeys {

  private static final Key<Duration> TEMPORARY_PASSWORD_LIFETIME =
      Key.of(
          "temporary-password.lifetime",
          Times.between("10m", "30d"),
          "1d",
          "How long a temporary password is good that a steward gives to somebody.");

  private static final Key<Boolean> TWO_ADMINISTRATORS =
      Key.of(
          "console.two-administrators",
          Kinds.flag(),
          "false",
          "Whether a second administrator has to approve what is to be done to many accounts.");

  static final Section SECTION =
      Section.of(
          "Stewards",
          "What those may do who look after other people's accounts.",
          TEMPORARY_PASSWORD_LIFETIME,
          TWO_ADMINISTRATORS);

  private StewardKeys() {}

  static Configuration.Stewards read(Answers answers) {
    return new Configuration.Stewards(
        answers.of(TEMPORARY_PASSWORD_LIFETIME), answers.of(TWO_ADMINISTRATORS));
  }
}
