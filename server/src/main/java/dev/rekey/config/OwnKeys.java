package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.time.Duration;

/** The keys of a mount that speaks Rekey's own API. */
final class OwnKeys {

  private static final Key<Duration> TOKEN_LIFETIME =
      Key.of(
          "token-lifetime",
          Times.secondsBetween("1s", "3650d"),
          "30d",
          "How long a token is good.");

  private static final Key<Integer> MOST_TOKENS =
      Key.of(
          "most-tokens",
          Kinds.integer(1, 10_000),
          "100",
          "How many tokens an account may have; one more ends the oldest.");

  private static final Key<Boolean> SIGN_UP =
      Key.of(
          "sign-up",
          Kinds.flag(),
          "true",
          "Whether anybody may make an account, or stewards alone.");

  private static final Key<Role> SIGN_UP_ROLE =
      Key.of(
          "sign-up-role",
          Kinds.made("one of the roles", Role::new, Role::name),
          "user",
          "What an account is that somebody makes for themselves.");

  private static final Key<Boolean> REQUIRE_CONFIRMATION =
      Key.of(
          "require-confirmation",
          Kinds.flag(),
          "false",
          "Whether an address has to be confirmed before its account may sign in here.");

  private static final Key<String> RESET_URL =
      link("reset-url", "reset letter", "/reset?ticket=", resets());

  private static final Key<String> CONFIRM_URL =
      link("confirm-url", "letter that confirms an address", "/confirm?ticket=", confirmations());

  private static final Key<String> UNLOCK_URL =
      link("unlock-url", "letter that unlocks an account", "/unlock?ticket=", unlocks());

  static final Section SECTION =
      Section.of(
              "Mounts of the dialect own",
              "The links of letters lead to Rekey's own pages, or to pages of your application, which"
                  + " send the ticket on.",
              BrowserKeys.CORS_ORIGINS,
              TOKEN_LIFETIME,
              MOST_TOKENS,
              SIGN_UP,
              SIGN_UP_ROLE,
              REQUIRE_CONFIRMATION,
              RESET_URL,
              CONFIRM_URL,
              UNLOCK_URL)
          .under(MountKeys.PREFIX + "<name>.");

  private final Roles roles;

  OwnKeys(Roles roles) {
    this.roles = roles;
  }

  private static String resets() {
    return "/password-resets/complete?ticket=" + Urls.TOKEN;
  }

  private static String confirmations() {
    return "/email-confirmations/complete?ticket=" + Urls.TOKEN;
  }

  private static String unlocks() {
    return "/unlocks/complete?ticket=" + Urls.TOKEN;
  }

  private static Key<String> link(String name, String letter, String page, String path) {
    return Key.derived(
        name,
        Urls.link(),
        "`%s/account%s%s`; in another realm than main `%1$s<prefix>%s`"
            .formatted(Urls.PUBLIC_URL, page, Urls.TOKEN, path),
        "Where the link of a %s leads; `%s` at its beginning stands for `http.public-url`."
            .formatted(letter, Urls.PUBLIC_URL));
  }

  OwnMount read(MountBasics basics) {
    Answers answers = basics.answers();
    return new OwnMount(
        basics.name(),
        basics.enabled(),
        basics.prefix(),
        basics.realm(),
        basics.policy(),
        answers.of(BrowserKeys.CORS_ORIGINS),
        answers.of(TOKEN_LIFETIME),
        answers.of(MOST_TOKENS),
        answers.of(SIGN_UP),
        role(answers),
        answers.of(REQUIRE_CONFIRMATION),
        links(answers, basics));
  }

  private Role role(Answers answers) {
    Role role = answers.of(SIGN_UP_ROLE);
    if (!roles.knows(role)) {
      answers.contradiction(
          SIGN_UP_ROLE,
          "found \"" + role.name() + "\", which is no role",
          "a role with a key `roles." + role.name() + "`, or another one, would do");
    }
    return role;
  }

  /** The pages are there for the main realm. */
  private static OwnMount.Links links(Answers answers, MountBasics basics) {
    boolean pages = basics.realm().equals(Realm.MAIN);
    String base = Urls.PUBLIC_URL + (pages ? "/account" : basics.prefix());
    return new OwnMount.Links(
        answers.of(RESET_URL, base + (pages ? "/reset?ticket=" + Urls.TOKEN : resets())),
        answers.of(CONFIRM_URL, base + (pages ? "/confirm?ticket=" + Urls.TOKEN : confirmations())),
        answers.of(UNLOCK_URL, base + (pages ? "/unlock?ticket=" + Urls.TOKEN : unlocks())));
  }
}
