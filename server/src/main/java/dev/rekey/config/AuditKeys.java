package dev.rekey.config;

import java.time.Duration;
import java.util.Optional;

/** The keys of what is written down of what happened. */
final class AuditKeys {

  private static final String FOREVER = "forever";

  private static final Key<Optional<Duration>> KEEP =
      Key.of(
          "audit.keep",
          orForever(Times.between("1d", "36500d")),
          "400d",
          "How long it is kept what happened; what is older is swept out, a little at a time.");

  static final Section SECTION =
      Section.of("The audit trail", "What happened is written down in the database.", KEEP);

  private AuditKeys() {}

  static Configuration.Audit read(Answers answers) {
    return new Configuration.Audit(answers.of(KEEP));
  }

  private static Kind<Optional<Duration>> orForever(Kind<Duration> time) {
    return Kind.of(
        FOREVER + ", or " + time.wanted(),
        text ->
            text.equals(FOREVER)
                ? Optional.of(Optional.empty())
                : time.orEmpty().read(text).filter(Optional::isPresent),
        keep -> keep.map(time::write).orElse(FOREVER));
  }
}
