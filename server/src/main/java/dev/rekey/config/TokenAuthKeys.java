package dev.rekey.config;

import dev.rekey.config.TokenAuthMount.Passwords;
import dev.rekey.config.TokenAuthMount.SignUps;
import dev.rekey.config.TokenAuthMount.Tokens;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The keys of a mount that speaks as devise_token_auth does. */
final class TokenAuthKeys {

  /** What the wire itself has in a user, or reads from a request. */
  private static final Set<String> OWN_MEMBERS =
      Set.of(
          "id",
          "email",
          "provider",
          "uid",
          "role",
          "tokens",
          "message",
          "client",
          "expiry",
          "unbatch",
          "config",
          "config_name",
          "redirect_url",
          "confirm_success_url",
          "password",
          "password_confirmation",
          "current_password",
          "reset_password_token",
          "allow_password_change",
          "created_at",
          "updated_at");

  private static final Key<Duration> TOKEN_LIFESPAN =
      Key.of(
          "token-lifespan",
          Times.secondsBetween("1s", "3650d"),
          "14d",
          "How long a token is good.");

  private static final Key<Boolean> CHANGE_HEADERS =
      Key.of(
          "change-headers",
          Kinds.flag(),
          "true",
          "Whether every answer brings another token; if not, one lasts as long as its session.");

  private static final Key<Duration> BATCH_WINDOW =
      Key.of(
          "batch-window",
          Times.between("0s", "60s"),
          "5s",
          "How long a token that was turned still admits the requests that were sent with it.");

  private static final Key<Integer> MAX_DEVICES =
      Key.of(
          "max-devices",
          Kinds.integer(1, 10_000),
          "10",
          "How many clients of an account may be signed in; one more ends the oldest.");

  private static final Key<String> BATCH_ANSWERS =
      Key.of(
          "batch-answers",
          Kinds.word("repeat", "blank", "omit"),
          "repeat",
          "What the token fields of an answer hold when the request's own token stays good: that"
              + " token again, a blank, or there are none.");

  private static final Key<Boolean> SIGN_UP =
      Key.of("sign-up", Kinds.flag(), "true", "Whether anybody may make an account.");

  private static final Key<Role> SIGN_UP_ROLE =
      Key.of(
          "sign-up-role",
          Kinds.made("one of the roles", Role::new, Role::name),
          "user",
          "What such an account is.");

  private static final Key<List<String>> PROFILE_FIELDS =
      Key.of(
          "profile-fields",
          Kinds.text(
                  "a name of lower-case letters, digits and _, none that the wire has itself",
                  text -> text.matches("[a-z][a-z0-9_]{0,62}") && !OWN_MEMBERS.contains(text))
              .list(),
          "name, nickname, image",
          "What people may say of themselves, and are shown of it; `username` is the account's name.");

  private static final Key<String> CHECK_CURRENT_PASSWORD =
      Key.of(
          "check-current-password",
          Kinds.word("never", "if-sent", "attributes", "password"),
          "if-sent",
          "When the current password must be shown: never, right if it is sent, at any change of"
              + " the account, or at one of the password.");

  private static final Key<Boolean> KEEP_OTHER_SESSIONS =
      Key.of(
          "keep-other-sessions",
          Kinds.flag(),
          "false",
          "Whether the other sessions live on when the password is changed.");

  private static final Key<Boolean> REQUIRE_RESET_TOKEN =
      Key.of(
          "require-client-password-reset-token",
          Kinds.flag(),
          "false",
          "Whether a reset letter's link hands on `reset_password_token` alone, with which the"
              + " password is set.");

  static final Section SECTION =
      Section.of(
              "Mounts of the dialect tokenauth",
              "",
              TOKEN_LIFESPAN,
              CHANGE_HEADERS,
              BATCH_WINDOW,
              MAX_DEVICES,
              BATCH_ANSWERS,
              SIGN_UP,
              SIGN_UP_ROLE,
              PROFILE_FIELDS,
              CHECK_CURRENT_PASSWORD,
              KEEP_OTHER_SESSIONS,
              REQUIRE_RESET_TOKEN)
          .and(TokenAuthLetterKeys.ALL)
          .and(TokenAuthHeaderKeys.ALL)
          .and(List.of(BrowserKeys.CORS_ORIGINS))
          .under(MountKeys.PREFIX + "<name>.");

  private final Roles roles;

  TokenAuthKeys(Roles roles) {
    this.roles = roles;
  }

  TokenAuthMount read(MountBasics basics) {
    Answers answers = basics.answers();
    return new TokenAuthMount(
        basics.name(),
        basics.enabled(),
        basics.prefix(),
        basics.realm(),
        basics.policy(),
        tokens(answers),
        TokenAuthHeaderKeys.headers(answers),
        TokenAuthHeaderKeys.cookie(answers),
        signUps(answers, basics.enabled()),
        passwords(answers),
        TokenAuthLetterKeys.letters(answers),
        TokenAuthLetterKeys.redirects(answers),
        answers.of(BrowserKeys.CORS_ORIGINS),
        UpstreamKeys.read(basics));
  }

  private static Tokens tokens(Answers answers) {
    return new Tokens(
        answers.of(TOKEN_LIFESPAN),
        answers.of(CHANGE_HEADERS),
        answers.of(BATCH_WINDOW),
        answers.of(MAX_DEVICES),
        answers.of(BATCH_ANSWERS));
  }

  private SignUps signUps(Answers answers, boolean enabled) {
    SignUps signUps =
        new SignUps(answers.of(SIGN_UP), answers.of(SIGN_UP_ROLE), answers.of(PROFILE_FIELDS));
    if (enabled && signUps.open() && !roles.knows(signUps.role())) {
      answers.contradiction(
          SIGN_UP_ROLE,
          "found \"" + signUps.role().name() + "\", which is no role",
          "a role that `roles` has would do");
    }
    return signUps;
  }

  private static Passwords passwords(Answers answers) {
    return new Passwords(
        answers.of(CHECK_CURRENT_PASSWORD),
        answers.of(KEEP_OTHER_SESSIONS),
        answers.of(REQUIRE_RESET_TOKEN));
  }
}
