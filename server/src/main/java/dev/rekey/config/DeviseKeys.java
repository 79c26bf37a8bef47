package dev.rekey.config;

import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.util.stream.Collectors;

/** The keys of a mount that speaks as Devise does. */
final class DeviseKeys {

  private static final Key<String> SCOPE =
      Key.of(
          "scope",
          Kinds.matching("a word of lower-case letters, digits and _", "[a-z][a-z0-9_]*"),
          "user",
          "What wraps every body, and the tokens' claim `scp`.");

  private static final Key<Boolean> SESSION_COOKIE =
      Key.of(
          "session-cookie",
          Kinds.flag(),
          "true",
          "Whether answers carry the session cookie, which admits nobody.");

  private static final Key<Boolean> SIGN_UP =
      Key.of("sign-up", Kinds.flag(), "true", "Whether anybody may make an account.");

  private static final Key<Role> SIGN_UP_ROLE =
      Key.of(
          "sign-up-role",
          Kinds.made("a role of `roles`", Role::new, Role::name),
          "user",
          "What somebody is who has made an account.");

  private static final Key<Boolean> KEEP_OTHER_SESSIONS =
      Key.of(
          "keep-other-sessions",
          Kinds.flag(),
          "false",
          "Whether a changed password leaves the account's other sessions and tokens alone.");

  static final Key<Integer> MOST_TOKENS =
      Key.of(
          "most-tokens",
          Kinds.integer(1, 10_000),
          "100",
          "How many tokens an account may have; one more ends the oldest.");

  static final Section SECTION =
      Section.of(
              "Mounts of the dialect devise",
              "`profile.<role>` and `writable.<role>` may be set for every role that there is.",
              SCOPE,
              SESSION_COOKIE,
              SIGN_UP,
              SIGN_UP_ROLE,
              KEEP_OTHER_SESSIONS,
              MOST_TOKENS,
              BrowserKeys.CORS_ORIGINS)
          .and(DeviseMannerKeys.ALL)
          .and(DeviseLetterKeys.ALL)
          .and(DeviseJwtKeys.ALL)
          .and(DevisePeopleKeys.ALL)
          .under(MountKeys.PREFIX + "<name>.");

  private final Roles roles;

  DeviseKeys(Roles roles) {
    this.roles = roles;
  }

  DeviseMount read(MountBasics basics) {
    Answers answers = basics.answers();
    return new DeviseMount(
        basics.name(),
        basics.enabled(),
        basics.prefix(),
        basics.realm(),
        basics.policy(),
        answers.of(SCOPE),
        answers.of(SESSION_COOKIE),
        answers.of(KEEP_OTHER_SESSIONS),
        answers.of(MOST_TOKENS),
        answers.of(BrowserKeys.CORS_ORIGINS),
        DeviseMannerKeys.read(answers),
        signUp(answers),
        DeviseLetterKeys.read(answers, basics.prefix()),
        DeviseJwtKeys.read(answers),
        new DevisePeopleKeys(roles).read(answers),
        UpstreamKeys.read(basics));
  }

  private DeviseMount.SignUp signUp(Answers answers) {
    DeviseMount.SignUp signUp =
        new DeviseMount.SignUp(answers.of(SIGN_UP), answers.of(SIGN_UP_ROLE));
    if (signUp.open() && !roles.knows(signUp.role())) {
      answers.contradiction(
          SIGN_UP_ROLE,
          "found \"" + signUp.role().name() + "\", which is not in roles",
          known() + " would do");
    }
    return signUp;
  }

  private String known() {
    return roles.capabilities().keySet().stream()
        .map(Role::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
