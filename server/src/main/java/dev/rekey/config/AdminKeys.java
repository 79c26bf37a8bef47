package dev.rekey.config;

import java.util.Optional;

/** The keys of the administrator whom an unattended first start makes. */
final class AdminKeys {

  private static final Key<Optional<String>> USERNAME =
      Key.of("admin.username", Kinds.text().orEmpty(), "", "The administrator's username.");

  private static final Key<Optional<String>> EMAIL =
      Key.of(
          "admin.email",
          Kinds.matching("an e-mail address", "[^\\s@<>]+@[^\\s@<>]+").orEmpty(),
          "",
          "The administrator's e-mail address.");

  private static final Key<Optional<Secret>> PASSWORD =
      Key.of("admin.password", Secrets.password(), "", "The administrator's password.");

  static final Section SECTION =
      Section.of(
          "The first administrator",
          "Made when there is no account yet; without these keys, the first start prints a link\n"
              + "that is good once. Later they are of no meaning and should go.",
          USERNAME,
          EMAIL,
          PASSWORD);

  private AdminKeys() {}

  static Optional<Configuration.FirstAdmin> read(Answers answers) {
    Optional<String> username = answers.of(USERNAME);
    Optional<String> email = answers.of(EMAIL);
    Optional<Secret> password = answers.of(PASSWORD);
    boolean named = username.isPresent() || email.isPresent();
    if (named != password.isPresent() && areSound(answers)) {
      refuseHalf(answers, username.isPresent(), email.isPresent());
    }
    return password
        .filter(_ -> named)
        .map(secret -> new Configuration.FirstAdmin(username, email, secret));
  }

  private static boolean areSound(Answers answers) {
    return SECTION.keys().stream().allMatch(answers::isSound);
  }

  private static void refuseHalf(Answers answers, boolean username, boolean email) {
    String remedy = "a name (admin.username or admin.email) and admin.password together would do";
    if (username) {
      answers.contradiction(USERNAME, "it is set and admin.password is not", remedy);
    } else if (email) {
      answers.contradiction(EMAIL, "it is set and admin.password is not", remedy);
    } else {
      answers.contradiction(PASSWORD, "it is set and no name is", remedy);
    }
  }
}
