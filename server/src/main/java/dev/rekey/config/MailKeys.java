package dev.rekey.config;

import java.nio.file.Path;
import java.util.Optional;

/** The keys of letters. */
final class MailKeys {

  private static final Key<String> FROM =
      Key.of(
          "mail.from",
          Kinds.matching(
              "an e-mail address, alone or as in `Example <no-reply@example.org>`",
              "[^\\s@<>]+@[^\\s@<>]+|[^<>]*<[^\\s@<>]+@[^\\s@<>]+>"),
          "Rekey <no-reply@localhost>",
          "The sender of letters.");

  private static final Key<Optional<Path>> TEMPLATES =
      Key.of(
          "mail.templates",
          Kinds.readableDirectory().orEmpty(),
          "",
          "Templates that are used in place of the built-in ones.");

  private static final Key<Optional<String>> HOST =
      Key.of(
          "mail.smtp.host",
          Urls.host().orEmpty(),
          "",
          "The mail server; empty, letters become files in `<data.directory>/mail`.");

  private static final Key<Integer> PORT =
      Key.of("mail.smtp.port", Kinds.integer(1, 65_535), "587", "Its port.");

  private static final Key<Optional<String>> USER =
      Key.of(
          "mail.smtp.user",
          Kinds.text().orEmpty(),
          "",
          "The name to sign in to the mail server with; empty, nobody signs in.");

  private static final Key<Optional<Secret>> PASSWORD =
      Key.of("mail.smtp.password", Secrets.password(), "", "The password for it.");

  private static final Key<String> SECURITY =
      Key.of(
          "mail.smtp.security",
          Kinds.word("starttls", "implicit", "none"),
          "starttls",
          "How the way to the mail server is encrypted: after a first exchange (port 587), from"
              + " the first byte (port 465) or not at all.");

  static final Section SECTION =
      Section.of(
          "Letters",
          "A mail server that does not answer delays a letter and loses none.",
          FROM,
          TEMPLATES,
          HOST,
          PORT,
          USER,
          PASSWORD,
          SECURITY);

  private MailKeys() {}

  static Configuration.Mail read(Answers answers) {
    return new Configuration.Mail(answers.of(FROM), answers.of(TEMPLATES), smtp(answers));
  }

  private static Optional<Configuration.Smtp> smtp(Answers answers) {
    Optional<String> host = answers.of(HOST);
    int port = answers.of(PORT);
    Optional<String> user = answers.of(USER);
    Optional<Secret> password = answers.of(PASSWORD);
    String security = answers.of(SECURITY);
    refuseHalf(answers, user, password);
    return host.map(name -> new Configuration.Smtp(name, port, user, password, security));
  }

  private static void refuseHalf(
      Answers answers, Optional<String> user, Optional<Secret> password) {
    if (user.isPresent() != password.isPresent()
        && answers.isSound(USER)
        && answers.isSound(PASSWORD)) {
      answers.contradiction(
          user.isPresent() ? USER : PASSWORD,
          "only one of mail.smtp.user and mail.smtp.password is set",
          "both or neither of them would do");
    }
  }
}
