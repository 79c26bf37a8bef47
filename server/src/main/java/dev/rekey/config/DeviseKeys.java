package dev.rekey.config;

import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a mount that speaks as Devise does. */
final class DeviseKeys {

  /** RFC 7518 section 3.2 demands as many bits as the hash has. */
  private static final int SECRET_BYTES = 32;

  private static final String RESET_PATH = "/password/edit?reset_password_token=" + Urls.TOKEN;

  private static final String DEFAULT = "default";

  private static final Kind<List<ProfileField>> FIELDS = ProfileFields.kind().list();

  private static final Key<String> SCOPE =
      Key.of(
          "scope",
          Kinds.matching("a word of lower-case letters, digits and _", "[a-z][a-z0-9_]*"),
          "user",
          "What wraps every body, and the tokens' claim `scp`.");

  private static final Key<Integer> SIGN_IN_STATUS =
      Key.of(
          "sign-in-status",
          Kinds.choice(List.of(200, 201), number -> Integer.toString(number)),
          "200",
          "The status of a good sign-in.");

  private static final Key<Boolean> SESSION_COOKIE =
      Key.of(
          "session-cookie",
          Kinds.flag(),
          "true",
          "Whether answers carry the session cookie, which admits nobody.");

  private static final Key<String> RESET_URL =
      Key.derived(
          "reset-url",
          Urls.link(),
          "`" + Urls.PUBLIC_URL + "<prefix>" + RESET_PATH + "`",
          "Where the link of a reset letter leads; `"
              + Urls.PUBLIC_URL
              + "` at its beginning stands for `http.public-url`.");

  private static final Key<Optional<Secret>> JWT_SECRET =
      Key.of(
          "jwt.secret",
          Secrets.ofAtLeast(SECRET_BYTES),
          "",
          "What signs the tokens (HS256); empty, it is derived from the instance key.");

  private static final Key<Optional<Secret>> ROTATION_SECRET =
      Key.of(
          "jwt.rotation-secret",
          Secrets.ofAtLeast(SECRET_BYTES),
          "",
          "A former secret whose tokens still are believed.");

  private static final Key<Optional<String>> ISSUER =
      Key.of(
          "jwt.issuer",
          Kinds.text().orEmpty(),
          "",
          "The tokens' claim `iss`; empty, it is neither written nor asked for.");

  private static final Key<Duration> LIFETIME =
      Key.of(
          "jwt.lifetime", Times.secondsBetween("1s", "3650d"), "30d", "How long a token is good.");

  static final Key<Integer> MOST_TOKENS =
      Key.of(
          "most-tokens",
          Kinds.integer(1, 10_000),
          "100",
          "How many tokens an account may have; one more ends the oldest.");

  private static final Key<List<ProfileField>> OPERATOR =
      profile(
          "operator",
          "id, company, contact_phone_number, email, financial_company_id:number, first_name,"
              + " job_position, last_name, phone_number, profile_id:number, role");

  private static final Key<List<ProfileField>> DRIVER =
      profile(
          "driver",
          "id, email, first_name, last_name, phone_number, profile_id:number, referral_code, role");

  private static final Key<List<ProfileField>> ANYBODY =
      Key.of(
          "profile." + DEFAULT,
          FIELDS,
          "id, email, first_name, last_name, role",
          "The members of a user of any role that has no such key.");

  static final Section SECTION =
      Section.of(
              "Mounts of the dialect devise",
              "`profile.<role>` may be set for every role that there is.",
              SCOPE,
              SIGN_IN_STATUS,
              SESSION_COOKIE,
              RESET_URL,
              JWT_SECRET,
              ROTATION_SECRET,
              ISSUER,
              LIFETIME,
              MOST_TOKENS,
              OPERATOR,
              DRIVER,
              ANYBODY)
          .under(MountKeys.PREFIX + "<name>.");

  private final Roles roles;

  DeviseKeys(Roles roles) {
    this.roles = roles;
  }

  private static Key<List<ProfileField>> profile(String role, String standard) {
    return Key.of(
        "profile." + role,
        FIELDS,
        standard,
        "The members of a user of this role, in the order in which they are shown.");
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
        answers.of(SIGN_IN_STATUS),
        answers.of(SESSION_COOKIE),
        answers.of(RESET_URL, Urls.PUBLIC_URL + basics.prefix() + RESET_PATH),
        answers.of(JWT_SECRET),
        answers.of(ROTATION_SECRET),
        answers.of(ISSUER),
        answers.of(LIFETIME),
        answers.of(MOST_TOKENS),
        profiles(answers),
        answers.of(ANYBODY));
  }

  private Map<Role, List<ProfileField>> profiles(Answers answers) {
    Map<Role, List<ProfileField>> profiles = new HashMap<>();
    roles.capabilities().keySet().stream()
        .filter(role -> !role.name().equals(DEFAULT))
        .forEach(role ->
            answers.find(profile(role.name(), "")).ifPresent(fields -> profiles.put(role, fields)));
    profiles.put(new Role("operator"), answers.of(OPERATOR));
    profiles.put(new Role("driver"), answers.of(DRIVER));
    return profiles;
  }
}
