package dev.rekey.config;

import dev.rekey.core.visit.Language;
import java.nio.file.Path;
import java.util.List;
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

  private static final Key<String> SERVICE =
      Key.of(
          "mail.service",
          Kinds.text(),
          "Rekey",
          "What letters call the service that people have their account at.");

  private static final Key<Optional<String>> CONTACT =
      Key.of(
          "mail.contact",
          Kinds.text().orEmpty(),
          "",
          "Whom letters say to tell when something is wrong: an address, a telephone number or a"
              + " name; empty, the address of `mail.from`.");

  private static final Key<Language> LANGUAGE =
      Key.of(
          "mail.language",
          Kinds.choice(List.of(Language.values()), Language::tag),
          "en",
          "The language of letters to people of whom neither the account nor the request says what"
              + " they read.");

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
          SERVICE,
          CONTACT,
          LANGUAGE,
          TEMPLATES,
          HOST,
          PORT,
          USER,
          PASSWORD,
          SECURITY);

  private MailKeys() {}

  static Configuration.Mail read(Answers answers) {
    String from = answers.of(FROM);
    return new Configuration.Mail(
        from,
        answers.of(SERVICE),
        answers.of(CONTACT).orElse(address(from)),
        answers.of(LANGUAGE),
        answers.of(TEMPLATES),
        smtp(answers));
  }

  /** Without the name before it. */
  private static String address(String from) {
    return from.replaceFirst("^[^<]*<([^>]*)>$", "$1");
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
