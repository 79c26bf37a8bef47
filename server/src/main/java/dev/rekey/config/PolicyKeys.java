package dev.rekey.config;

import dev.rekey.config.Configuration.Policy;
import dev.rekey.core.policy.PolicySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys of what a new password must be: for the server, and again for every mount. */
final class PolicyKeys {

  /** How strict the defaults of the other keys are. */
  private enum Profile {
    STANDARD(PolicySettings.standard().minimumLength()),
    STRICT(15);

    private final int minimumLength;

    Profile(int minimumLength) {
      this.minimumLength = minimumLength;
    }
  }

  private static final Key<Profile> PROFILE =
      Key.of(
          "policy.profile",
          Kinds.constant(Profile.class),
          "standard",
          "How strict the defaults are: `strict` asks for the 15 characters that NIST SP 800-63B-4"
              + " wants of a password that stands alone.");

  private static final Key<Integer> MINIMUM_LENGTH =
      Key.derived(
          "policy.minimum-length",
          Kinds.integer(8, 64),
          "`8`, or `15` with the profile `strict`",
          "How many characters (code points) it has at least.");

  /** Lower than the server's, for old clients whose passwords are short. */
  private static final Key<Integer> MINIMUM_LENGTH_OF_MOUNT =
      Key.derived(
          MINIMUM_LENGTH.name(),
          Kinds.integer(1, 64),
          "as `" + MINIMUM_LENGTH.name() + "`",
          "How many characters (code points) it has at least. Fewer than 8 are for clients that"
              + " cannot do otherwise.");

  private static final Key<Integer> MAXIMUM_LENGTH =
      Key.of(
          "policy.maximum-length",
          Kinds.integer(64, 4096),
          "1024",
          "How many characters it has at most.");

  private static final Key<Boolean> BLOCKLIST =
      Key.of(
          "policy.blocklist",
          Kinds.flag(),
          "true",
          "Whether passwords are refused that are common or known from breaches.");

  private static final Key<Optional<Path>> BLOCKLIST_FILE =
      Key.of(
          "policy.blocklist-file",
          Kinds.readableFile().orEmpty(),
          "",
          "More passwords to refuse, a line each.");

  private static final Key<Boolean> PERSONAL_WORDS =
      Key.of(
          "policy.personal-words",
          Kinds.flag(),
          "true",
          "Whether the account's own names are refused.");

  private static final Key<List<String>> ORGANISATION_WORDS =
      Key.of(
          "policy.organisation-words",
          Kinds.text().list(),
          "rekey",
          "Words of the organisation that are refused.");

  private static final Key<Boolean> REFUSE_CURRENT =
      Key.of(
          "policy.refuse-current",
          Kinds.flag(),
          "true",
          "Whether the password that the account has now is refused.");

  static final Section SECTION =
      Section.of(
          "New passwords",
          "Passwords that exist already are never judged.",
          PROFILE,
          MINIMUM_LENGTH,
          MAXIMUM_LENGTH,
          BLOCKLIST,
          BLOCKLIST_FILE,
          PERSONAL_WORDS,
          ORGANISATION_WORDS,
          REFUSE_CURRENT);

  private PolicyKeys() {}

  /** The keys again, as a mount has them. */
  static List<Key<?>> ofMount() {
    return SECTION.keys().stream().<Key<?>>map(PolicyKeys::ofMount).toList();
  }

  private static Key<?> ofMount(Key<?> key) {
    return key.equals(MINIMUM_LENGTH) ? MINIMUM_LENGTH_OF_MOUNT : afterGlobal(key);
  }

  private static <T> Key<T> afterGlobal(Key<T> key) {
    return Key.derived(key.name(), key.kind(), "as `" + key.name() + "`", key.sentence());
  }

  static Policy read(Answers answers) {
    Policy standard = new Policy(PolicySettings.standard(), Optional.empty());
    Profile profile = answers.of(PROFILE);
    return read(answers, answers.of(MINIMUM_LENGTH, profile.minimumLength), standard);
  }

  /** The policy of a mount, where the server's holds unless the mount has its own. */
  static Policy ofMount(Answers mount, Answers server) {
    Profile profile = mount.of(PROFILE, server.of(PROFILE));
    int minimum = server.find(MINIMUM_LENGTH).orElse(profile.minimumLength);
    return read(mount, mount.of(MINIMUM_LENGTH_OF_MOUNT, minimum), read(server));
  }

  private static Policy read(Answers answers, int minimum, Policy standard) {
    PolicySettings settings = standard.settings();
    return new Policy(
        new PolicySettings(
            minimum,
            answers.of(MAXIMUM_LENGTH, settings.maximumLength()),
            answers.of(BLOCKLIST, settings.blocklist()),
            answers.of(PERSONAL_WORDS, settings.personalWords()),
            answers.of(ORGANISATION_WORDS, settings.organisationWords()),
            answers.of(REFUSE_CURRENT, settings.refuseCurrent())),
        answers.of(BLOCKLIST_FILE, standard.blocklistFile()));
  }
}
