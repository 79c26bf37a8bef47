package dev.rekey.config;

import dev.rekey.config.TokenAuthMount.Letters;
import dev.rekey.config.TokenAuthMount.Redirects;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys for the letters of a mount of the dialect tokenauth, and for where they lead. */
final class TokenAuthLetterKeys {

  private static final Key<Boolean> CONFIRMABLE =
      Key.of(
          "confirmable",
          Kinds.flag(),
          "false",
          "Whether a new account is signed in only once its address is confirmed.");

  private static final Key<Duration> UNCONFIRMED_FOR =
      Key.of(
          "allow-unconfirmed-access-for",
          Times.secondsBetween("0s", "3650d"),
          "0s",
          "How long somebody may sign in before the address is confirmed.");

  private static final Key<Boolean> SEND_CONFIRMATION_EMAIL =
      Key.of(
          "send-confirmation-email",
          Kinds.flag(),
          "false",
          "Whether a changed address has to be confirmed too before it holds; needs `confirmable`.");

  private static final Key<Boolean> BYPASS_SIGN_IN =
      Key.of(
          "bypass-sign-in",
          Kinds.flag(),
          "true",
          "Whether a good token is enough, be the address confirmed or not.");

  private static final Key<Boolean> LOCKABLE =
      Key.of(
          "lockable",
          Kinds.flag(),
          "false",
          "Whether letters can be asked for that open an account shut by failed tries.");

  private static final Key<Boolean> PARANOID =
      Key.of(
          "paranoid",
          Kinds.flag(),
          "true",
          "Whether nobody is told which addresses are known, unconfirmed or locked.");

  private static final Key<List<String>> REDIRECT_WHITELIST =
      Key.of(
          "redirect-whitelist",
          Urls.pattern().list(),
          "",
          "Where requests may have browsers led behind a letter's link, such as"
              + " `https://*.example.org/*`; `*` for anywhere. Empty, to the host of"
              + " `http.public-url` and to the reader's own machine.");

  private static final Key<Optional<String>> DEFAULT_PASSWORD_RESET_URL =
      Key.of(
          "default-password-reset-url",
          Urls.page().orEmpty(),
          "",
          "Where a reset letter's link leads when the request does not say.");

  private static final Key<Optional<String>> DEFAULT_CONFIRM_SUCCESS_URL =
      Key.of(
          "default-confirm-success-url",
          Urls.page().orEmpty(),
          "",
          "Where a confirmation's link leads when the request does not say.");

  static final List<Key<?>> ALL =
      List.of(
          CONFIRMABLE,
          UNCONFIRMED_FOR,
          SEND_CONFIRMATION_EMAIL,
          BYPASS_SIGN_IN,
          LOCKABLE,
          PARANOID,
          REDIRECT_WHITELIST,
          DEFAULT_PASSWORD_RESET_URL,
          DEFAULT_CONFIRM_SUCCESS_URL);

  private TokenAuthLetterKeys() {}

  static Letters letters(Answers answers) {
    return new Letters(
        answers.of(CONFIRMABLE),
        answers.of(UNCONFIRMED_FOR),
        answers.of(SEND_CONFIRMATION_EMAIL),
        answers.of(BYPASS_SIGN_IN),
        answers.of(LOCKABLE),
        answers.of(PARANOID));
  }

  static Redirects redirects(Answers answers) {
    return new Redirects(
        answers.of(REDIRECT_WHITELIST),
        answers.of(DEFAULT_PASSWORD_RESET_URL),
        answers.of(DEFAULT_CONFIRM_SUCCESS_URL));
  }
}
