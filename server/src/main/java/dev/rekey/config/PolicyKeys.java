package dev.rekey.config;

import dev.rekey.core.policy.PolicySettings;

/** The keys about new passwords: once for the server, and again for each mount that differs. */
final class PolicyKeys {

  private static final String STRICT = "strict";

  /** NIST SP 800-63B-4 section 3.1.1.2: for a password that stands alone. */
  private static final int STRICT_MINIMUM = 15;

  private final Reader reader;

  PolicyKeys(Reader reader) {
    this.reader = reader;
  }

  Configuration.Policy read() {
    String profile =
        reader.read(
            Key.of(
                "policy.profile",
                Kind.choice("standard", STRICT),
                "standard",
                "strict sets NIST's floor of 15 characters, unless policy.minimum-length is set."));
    PolicySettings standard = PolicySettings.standard();
    int minimum = profile.equals(STRICT) ? STRICT_MINIMUM : standard.minimumLength();
    PolicySettings settings =
        read(
            "policy.",
            new PolicySettings(
                minimum,
                standard.maximumLength(),
                standard.blocklist(),
                standard.personalWords(),
                standard.organisationWords(),
                standard.refuseCurrent()));
    return new Configuration.Policy(
        settings,
        reader.read(
            Key.of(
                "policy.blocklist-file",
                Kind.path().orNothing(),
                "",
                "More passwords that are refused: a text file, one a line.")));
  }

  PolicySettings read(String prefix, PolicySettings standard) {
    return new PolicySettings(
        reader.read(
            Key.of(
                prefix + "minimum-length",
                Kind.whole(8, 64),
                String.valueOf(standard.minimumLength()),
                "The fewest characters (code points) of a new password.")),
        reader.read(
            Key.of(
                prefix + "maximum-length",
                Kind.whole(64, 4_096),
                String.valueOf(standard.maximumLength()),
                "The most characters of a new password.")),
        flag(prefix + "blocklist", standard.blocklist(), "Whether common passwords are refused."),
        flag(
            prefix + "personal-words",
            standard.personalWords(),
            "Whether passwords made of the account's own names are refused."),
        reader.read(
            Key.of(
                prefix + "organisation-words",
                Kind.text().list(),
                String.join(",", standard.organisationWords()),
                "Words of the organisation that a password must not be made of.")),
        flag(
            prefix + "refuse-current",
            standard.refuseCurrent(),
            "Whether the password that the account has now is refused."));
  }

  private boolean flag(String name, boolean standard, String sentence) {
    return reader.read(Key.of(name, Kind.flag(), String.valueOf(standard), sentence));
  }
}
