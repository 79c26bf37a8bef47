package dev.rekey.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The keys of a mount that speaks as OCARIoT does. */
final class OcariotKeys {

  private static final Key<String> ISSUER =
      Key.of("issuer", Kinds.text(), "ocariot", "The tokens' claim `iss`.");

  private static final Key<Duration> TOKEN_LIFETIME =
      Key.of(
          "token-lifetime",
          Times.secondsBetween("1s", "3650d"),
          "24h",
          "How long a token is good.");

  private static final Key<Optional<Path>> PRIVATE_KEY_FILE =
      Key.of(
          "private-key-file",
          Kinds.readableFile().orEmpty(),
          "",
          "What signs the tokens (RS256), in PEM; empty, a key is made and kept in the database.");

  private static final Key<Optional<Path>> PUBLIC_KEY_FILE =
      Key.of(
          "public-key-file",
          Kinds.readableFile().orEmpty(),
          "",
          "The public key or certificate that belongs to it, in PEM; empty, it is computed.");

  static final Section SECTION =
      Section.of(
              "Mounts of the dialect ocariot",
              "",
              ISSUER,
              TOKEN_LIFETIME,
              PRIVATE_KEY_FILE,
              PUBLIC_KEY_FILE,
              DeviseKeys.MOST_TOKENS)
          .under(MountKeys.PREFIX + "<name>.");

  private OcariotKeys() {}

  static OcariotMount read(MountBasics basics) {
    Answers answers = basics.answers();
    OcariotMount mount =
        new OcariotMount(
            basics.name(),
            basics.enabled(),
            basics.prefix(),
            basics.realm(),
            basics.policy(),
            answers.of(ISSUER),
            answers.of(TOKEN_LIFETIME),
            answers.of(PRIVATE_KEY_FILE),
            answers.of(PUBLIC_KEY_FILE),
            answers.of(DeviseKeys.MOST_TOKENS),
            UpstreamKeys.read(basics));
    refusePublicKeyAlone(answers, mount);
    return mount;
  }

  private static void refusePublicKeyAlone(Answers answers, OcariotMount mount) {
    if (mount.publicKeyFile().isPresent()
        && mount.privateKeyFile().isEmpty()
        && answers.isSound(PRIVATE_KEY_FILE)) {
      answers.contradiction(
          PUBLIC_KEY_FILE,
          "it is set and private-key-file is not",
          "both, or private-key-file alone, would do");
    }
  }
}
