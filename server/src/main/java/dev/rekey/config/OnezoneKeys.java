package dev.rekey.config;

import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.time.Duration;

/** The keys of a mount that speaks as Onezone does. */
final class OnezoneKeys {

  private static final Key<String> ERROR_PROFILE =
      Key.of(
          "error-profile",
          Kinds.word("20.02", "21.02", "25.0"),
          "21.02",
          "The release whose errors are spoken.");

  private static final Key<String> ZONE_NAME =
      Key.of("zone-name", Kinds.text(), "Rekey", "What `/configuration` calls this server.");

  private static final Key<Role> NEW_USER_ROLE =
      Key.of(
          "new-user-role",
          Kinds.made("one of the roles", Role::new, Role::name),
          "user",
          "What a user is that a steward makes here.");

  private static final Key<Duration> LONGEST_TEMPORARY_TOKEN =
      Key.of(
          "longest-temporary-token",
          Times.secondsBetween("1s", "3650d"),
          "30d",
          "How far ahead the end of a temporary token may lie.");

  private static final Key<Integer> MOST_TOKENS =
      Key.of(
          "most-tokens",
          Kinds.integer(1, 100_000),
          "1000",
          "How many named and how many temporary tokens a user may have. One named token more is"
              + " refused; one temporary token more ends the one that would end soonest.");

  private static final Key<Boolean> KEEP_OTHER_SESSIONS =
      Key.of(
          "keep-other-sessions",
          Kinds.flag(),
          "false",
          "Whether the other sessions and tokens live on when a user changes the own password, as"
              + " with the original.");

  static final Section SECTION =
      Section.of(
              "Mounts of the dialect onezone",
              "",
              ERROR_PROFILE,
              ZONE_NAME,
              NEW_USER_ROLE,
              LONGEST_TEMPORARY_TOKEN,
              MOST_TOKENS,
              KEEP_OTHER_SESSIONS)
          .under(MountKeys.PREFIX + "<name>.");

  private final Roles roles;

  OnezoneKeys(Roles roles) {
    this.roles = roles;
  }

  OnezoneMount read(MountBasics basics) {
    Answers answers = basics.answers();
    return new OnezoneMount(
        basics.name(),
        basics.enabled(),
        basics.prefix(),
        basics.realm(),
        basics.policy(),
        answers.of(ERROR_PROFILE),
        answers.of(ZONE_NAME),
        newUserRole(answers, basics.enabled()),
        answers.of(LONGEST_TEMPORARY_TOKEN),
        answers.of(MOST_TOKENS),
        answers.of(KEEP_OTHER_SESSIONS),
        UpstreamKeys.read(basics));
  }

  private Role newUserRole(Answers answers, boolean enabled) {
    Role role = answers.of(NEW_USER_ROLE);
    if (enabled && !roles.knows(role)) {
      answers.contradiction(
          NEW_USER_ROLE,
          "found \"" + role.name() + "\", which is no role",
          "a role that `roles` has would do");
    }
    return role;
  }
}
