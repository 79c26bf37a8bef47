package dev.rekey.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** The keys of the old system that a mount may have behind it. */
final class UpstreamKeys {

  private static final Key<Optional<String>> URL =
      Key.of(
          "upstream.url",
          Urls.base().orEmpty(),
          "",
          "Where the old system is found, such as https://old.example.org: whoever has no password"
              + " here is asked about there at the first sign-in, and adopted. Empty, nobody is.");

  private static final Key<String> PREFIX =
      Key.derived(
          "upstream.prefix",
          Urls.prefix(),
          "`prefix`, as on the mount",
          "Where the paths of this wire begin there.");

  private static final Key<Boolean> ALLOW_HTTP =
      Key.of(
          "upstream.allow-http",
          Kinds.flag(),
          "false",
          "Whether passwords may go there unencrypted, over a network that nobody else reads; to"
              + " the machine itself they may in any case.");

  private static final Key<Duration> PATIENCE =
      Key.of(
          "upstream.patience",
          Times.between("100ms", "10s"),
          "2s",
          "How long its answer is waited for.");

  private static final Key<Integer> AT_ONCE =
      Key.of(
          "upstream.at-once",
          Kinds.integer(1, 1000),
          "16",
          "How many people it is asked about at the same moment; others wait, within the same"
              + " patience.");

  private static final Key<Optional<Integer>> ACCOUNTS =
      Key.of(
          "upstream.accounts",
          Kinds.integer(0, 2_000_000_000).orEmpty(),
          "",
          "How many people are expected from there, for the page that shows how the move goes:"
              + " those who were not imported with their passwords.");

  private static final Key<Optional<Integer>> HIGHEST_ID =
      Key.of(
          "upstream.highest-id",
          Kinds.integer(1, 2_000_000_000).orEmpty(),
          "",
          "The highest number that the old system has given to anybody: accounts that are made here"
              + " get higher ones, so that whoever comes later keeps the own. Empty, whoever finds it"
              + " taken gets another.");

  private static final Key<Optional<LocalDate>> UNTIL =
      Key.of(
          "upstream.until",
          Kinds.made("a day such as 2027-03-31", UpstreamKeys::day, LocalDate::toString).orEmpty(),
          "",
          "The day from which on it is never asked (UTC); empty, there is none.");

  static final Section SECTION =
      Section.of(
              "The old system behind a mount",
              "Mounts of the dialects devise, ocariot, onezone and tokenauth may have one; see"
                  + " [adoption](migrating.md#adoption-at-the-first-sign-in).",
              URL,
              PREFIX,
              ALLOW_HTTP,
              PATIENCE,
              AT_ONCE,
              ACCOUNTS,
              HIGHEST_ID,
              UNTIL)
          .under(MountKeys.PREFIX + "<name>.");

  private UpstreamKeys() {}

  /** Its own kind of exception is what others throw, too. */
  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no day", e);
    }
  }

  static Optional<OldSystem> read(MountBasics basics) {
    Answers answers = basics.answers();
    Optional<String> url = answers.of(URL);
    String prefix = answers.of(PREFIX, basics.prefix());
    boolean allowHttp = answers.of(ALLOW_HTTP);
    Duration patience = answers.of(PATIENCE);
    int atOnce = answers.of(AT_ONCE);
    Optional<Integer> accounts = answers.of(ACCOUNTS);
    Optional<Integer> highestId = answers.of(HIGHEST_ID);
    Optional<LocalDate> until = answers.of(UNTIL);
    url.filter(text -> !allowHttp && isOpenToReaders(URI.create(text)))
        .ifPresent(_ -> refuseHttp(answers));
    return url.map(text ->
        new OldSystem(URI.create(text + prefix), patience, atOnce, accounts, highestId, until));
  }

  private static void refuseHttp(Answers answers) {
    answers.contradiction(
        URL,
        "passwords would go there unencrypted",
        "an https URL, one of this machine, or `upstream.allow-http: true`, would do");
  }

  private static boolean isOpenToReaders(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) && !isThisMachine(url.getHost());
  }

  private static boolean isThisMachine(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }
}
