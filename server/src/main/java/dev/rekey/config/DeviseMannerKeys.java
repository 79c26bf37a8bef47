package dev.rekey.config;

import java.util.List;

/** The keys of how a mount of Devise's dialect asks and answers. */
final class DeviseMannerKeys {

  private static final String STOCK = "stock";

  private static final Key<String> RESPONSE_STYLE =
      Key.of(
          "response-style",
          Kinds.word("wrapped", STOCK),
          "wrapped",
          "What a success shows: the user in its wrapper, or what Devise answers out of the box.");

  private static final Key<Integer> SIGN_IN_STATUS =
      Key.derived(
          "sign-in-status",
          status(200, 201),
          "200, or 201 where `response-style` is `" + STOCK + "`",
          "The status of a good sign-in.");

  private static final Key<Integer> SIGN_OUT_STATUS =
      Key.of(
          "sign-out-status",
          status(204, 401),
          "204",
          "The status of every sign-out; 401 is that of Devise 5, and the token is dead all the"
              + " same.");

  private static final Key<String> SIGN_IN_KEY =
      Key.of(
          "sign-in-key",
          Kinds.matching("an attribute's name", "[a-z][a-z0-9_]*"),
          "email",
          "The attribute that names somebody who signs in; whatever it is called, each of the"
              + " account's names will do.");

  private static final Key<String> INVALID_TEXT =
      Key.of(
          "invalid-text",
          Kinds.word("devise-5", "devise-4"),
          "devise-5",
          "How a refused sign-in is worded: `Invalid email …` or `Invalid Email …`.");

  private static final Key<Boolean> PARANOID =
      Key.of(
          "paranoid",
          Kinds.flag(),
          "true",
          "Whether nobody is told who is there, who is locked and who is confirmed.");

  private static final Key<String> PASSWORD_CONFIRMATION =
      Key.of(
          "password-confirmation",
          Kinds.word("optional", "required"),
          "optional",
          "Whether a new password must be sent twice; a second one that is sent must be the same.");

  static final List<Key<?>> ALL =
      List.of(
          RESPONSE_STYLE,
          SIGN_IN_STATUS,
          SIGN_OUT_STATUS,
          SIGN_IN_KEY,
          INVALID_TEXT,
          PARANOID,
          PASSWORD_CONFIRMATION);

  private DeviseMannerKeys() {}

  private static Kind<Integer> status(int one, int other) {
    return Kinds.choice(List.of(one, other), number -> Integer.toString(number));
  }

  static DeviseMount.Manners read(Answers answers) {
    String style = answers.of(RESPONSE_STYLE);
    return new DeviseMount.Manners(
        style,
        answers.of(SIGN_IN_STATUS, style.equals(STOCK) ? 201 : 200),
        answers.of(SIGN_OUT_STATUS),
        answers.of(SIGN_IN_KEY),
        answers.of(INVALID_TEXT),
        answers.of(PARANOID),
        answers.of(PASSWORD_CONFIRMATION));
  }
}
