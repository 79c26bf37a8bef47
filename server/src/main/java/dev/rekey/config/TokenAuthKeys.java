package dev.rekey.config;

import java.time.Duration;

/** The keys of a mount that speaks as devise_token_auth does. */
final class TokenAuthKeys {

  private static final Key<Duration> TOKEN_LIFESPAN =
      Key.of(
          "token-lifespan",
          Times.secondsBetween("1s", "3650d"),
          "14d",
          "How long a token is good.");

  private static final Key<Duration> BATCH_WINDOW =
      Key.of(
          "batch-window",
          Times.between("0s", "60s"),
          "5s",
          "How long a token that was turned still admits the requests that were sent with it.");

  private static final Key<Integer> MAX_DEVICES =
      Key.of(
          "max-devices",
          Kinds.integer(1, 10_000),
          "10",
          "How many clients of an account may be signed in; one more ends the oldest.");

  private static final Key<String> BATCH_ANSWERS =
      Key.of(
          "batch-answers",
          Kinds.word("repeat", "blank", "omit"),
          "repeat",
          "What the token fields of an answer hold when the request's own token stays good: that"
              + " token again, a blank, or there are none.");

  private static final Key<String> CHECK_CURRENT_PASSWORD =
      Key.of(
          "check-current-password",
          Kinds.word("never", "if-sent", "always"),
          "if-sent",
          "When a change must show the current password.");

  static final Section SECTION =
      Section.of(
              "Mounts of the dialect tokenauth",
              "",
              TOKEN_LIFESPAN,
              BATCH_WINDOW,
              MAX_DEVICES,
              BATCH_ANSWERS,
              CHECK_CURRENT_PASSWORD)
          .under(MountKeys.PREFIX + "<name>.");

  private TokenAuthKeys() {}

  static TokenAuthMount read(MountBasics basics) {
    Answers answers = basics.answers();
    return new TokenAuthMount(
        basics.name(),
        basics.enabled(),
        basics.prefix(),
        basics.realm(),
        basics.policy(),
        answers.of(TOKEN_LIFESPAN),
        answers.of(BATCH_WINDOW),
        answers.of(MAX_DEVICES),
        answers.of(BATCH_ANSWERS),
        answers.of(CHECK_CURRENT_PASSWORD));
  }
}
