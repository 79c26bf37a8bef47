package dev.rekey.config;

import java.nio.file.Path;
import java.util.Optional;

/** The keys of the metrics. */
final class MetricsKeys {

  private static final Key<String> PATH =
      Key.of("metrics.path", Urls.prefix(), "/metrics", "Where the page of metrics is.");

  private static final Key<Configuration.MetricsAccess> ACCESS =
      Key.of(
          "metrics.access",
          Kinds.constant(Configuration.MetricsAccess.class),
          "loopback",
          "Who may read it: connections from this machine that no proxy forwards, whoever bears the"
              + " token, or all; `off` takes the page away and counts nothing.");

  private static final Key<Optional<Path>> TOKEN_FILE =
      Key.of(
          "metrics.token-file",
          Kinds.readableFile().orEmpty(),
          "",
          "The bearer token that `metrics.access: token` asks for, of at least 16 characters.");

  static final Section SECTION =
      Section.of(
          "Metrics",
          "For Prometheus; [metrics.md](metrics.md) lists them.",
          PATH,
          ACCESS,
          TOKEN_FILE);

  private MetricsKeys() {}

  static Configuration.Metrics read(Answers answers) {
    Configuration.Metrics metrics =
        new Configuration.Metrics(answers.of(PATH), answers.of(ACCESS), answers.of(TOKEN_FILE));
    if (metrics.access() == Configuration.MetricsAccess.TOKEN
        && metrics.tokenFile().isEmpty()
        && answers.isSound(TOKEN_FILE)) {
      answers.contradiction(
          ACCESS, "found \"token\" without metrics.token-file", "both together would do");
    }
    return metrics;
  }

  static void refuseTakenPath(Answers answers, Configuration configuration) {
    Configuration.Metrics metrics = configuration.metrics();
    if (metrics.access() != Configuration.MetricsAccess.OFF) {
      configuration.mounts().stream()
          .filter(MountConfig::enabled)
          .filter(mount -> mount.prefix().equalsIgnoreCase(metrics.path()))
          .findFirst()
          .ifPresent(mount -> refuseTakenPath(answers, mount));
    }
  }

  private static void refuseTakenPath(Answers answers, MountConfig mount) {
    answers.contradiction(
        PATH,
        "found \"" + mount.prefix() + "\", which the mount " + mount.name() + " has too",
        "another path would do");
  }
}
