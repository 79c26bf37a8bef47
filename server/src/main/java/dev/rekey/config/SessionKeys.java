package dev.rekey.config;

import java.time.Duration;

/** The keys of the sessions of pages. */
final class SessionKeys {

  private static final Key<Duration> IDLE =
      Key.of(
          "sessions.idle",
          Times.between("1m", "30d"),
          "30m",
          "After how long without a request a session of the pages ends. NIST SP 800-63B-4 wants at"
              + " most an hour at AAL2.");

  private static final Key<Duration> OVERALL =
      Key.of(
          "sessions.overall",
          Times.between("5m", "30d"),
          "12h",
          "After how long a session of the pages ends in any case. NIST SP 800-63B-4 wants at most 24"
              + " hours at AAL2, 30 days at AAL1.");

  static final Section SECTION =
      Section.of(
          "Sessions of the pages",
          "Those of `/account` and `/admin`; the tokens of wires have their lifetimes with the wire.",
          IDLE,
          OVERALL);

  private SessionKeys() {}

  static Configuration.Sessions read(Answers answers) {
    return new Configuration.Sessions(answers.of(IDLE), answers.of(OVERALL));
  }
}
