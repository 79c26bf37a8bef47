package dev.rekey.config;

import java.time.Duration;
import java.util.List;

/** The keys of the letters that a mount of Devise's dialect sends, and of what hangs on them. */
final class DeviseLetterKeys {

  private static final String RESET_PATH = "/password/edit?reset_password_token=" + Urls.TOKEN;
  private static final String CONFIRM_PATH = "/confirmation?confirmation_token=" + Urls.TOKEN;
  private static final String UNLOCK_PATH = "/unlock?unlock_token=" + Urls.TOKEN;

  private static final Key<String> RESET_URL =
      link(
          "reset-url",
          RESET_PATH,
          "Where the link of a reset letter leads; `"
              + Urls.PUBLIC_URL
              + "` at its beginning stands for `http.public-url`.");

  private static final Key<Boolean> CONFIRMABLE =
      Key.of(
          "confirmable",
          Kinds.flag(),
          "false",
          "Whether who signs up must confirm the address, by a letter, before coming in.");

  private static final Key<String> CONFIRM_URL =
      link("confirm-url", CONFIRM_PATH, "Where the link of a letter that confirms leads.");

  private static final Key<Duration> UNCONFIRMED_FOR =
      Key.of(
          "allow-unconfirmed-for",
          Times.between("0s", "3650d"),
          "0s",
          "For how long a new account may come in without having confirmed its address.");

  private static final Key<Boolean> RECONFIRMABLE =
      Key.of(
          "reconfirmable",
          Kinds.flag(),
          "true",
          "Whether another address takes the old one's place only when it is confirmed; where"
              + " `confirmable` is off, it does so at once.");

  private static final Key<Boolean> LOCKABLE =
      Key.of(
          "lockable",
          Kinds.flag(),
          "true",
          "Whether the owner of an account that failures have shut gets a letter that opens it.");

  private static final Key<String> UNLOCK_URL =
      link("unlock-url", UNLOCK_PATH, "Where the link of a letter that unlocks leads.");

  static final List<Key<?>> ALL =
      List.of(
          RESET_URL,
          CONFIRMABLE,
          CONFIRM_URL,
          UNCONFIRMED_FOR,
          RECONFIRMABLE,
          LOCKABLE,
          UNLOCK_URL);

  private DeviseLetterKeys() {}

  private static Key<String> link(String name, String path, String sentence) {
    return Key.derived(
        name, Urls.link(), "`" + Urls.PUBLIC_URL + "<prefix>" + path + "`", sentence);
  }

  static DeviseMount.Letters read(Answers answers, String prefix) {
    String home = Urls.PUBLIC_URL + prefix;
    return new DeviseMount.Letters(
        answers.of(RESET_URL, home + RESET_PATH),
        answers.of(CONFIRMABLE),
        answers.of(CONFIRM_URL, home + CONFIRM_PATH),
        answers.of(UNCONFIRMED_FOR),
        answers.of(RECONFIRMABLE),
        answers.of(LOCKABLE),
        answers.of(UNLOCK_URL, home + UNLOCK_PATH));
  }
}
