package dev.rekey.config;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.policy.PolicySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys {@code mounts.<name>.*}: which wires are spoken where. */
final class MountKeys {

  private static final String PREFIX = "mounts.";

  /** Which dialects there are, and where their documents have them. */
  private static final Map<String, String> PLACES = places();

  private static final String OPERATOR =
      "id:number,company,contact_phone_number,email,financial_company_id:number,first_name,"
          + "job_position,last_name,phone_number,profile_id:number,role";
  private static final String DRIVER =
      "id:number,email,first_name,last_name,phone_number,profile_id:number,referral_code,role";
  private static final String ANYBODY = "id:number,email,first_name,last_name,role";

  private final Reader reader;
  private final PolicyKeys policyKeys;
  private final PolicySettings policy;
  private final List<Realm> realms;
  private final Configuration.Http http;

  MountKeys(
      Reader reader,
      PolicyKeys policyKeys,
      PolicySettings policy,
      List<Realm> realms,
      Configuration.Http http) {
    this.reader = reader;
    this.policyKeys = policyKeys;
    this.policy = policy;
    this.realms = realms;
    this.http = http;
  }

  List<MountConfig> read() {
    Set<String> names = new LinkedHashSet<>(PLACES.keySet());
    names.addAll(reader.namesUnder(PREFIX));
    reader
        .variablesUnder(PREFIX)
        .forEach(variable -> names.add(variable.substring(0, (variable + '_').indexOf('_'))));
    List<MountConfig> mounts = new ArrayList<>();
    names.stream().filter(this::isName).forEach(name -> mounts.add(mount(name)));
    refuseSharedPrefixes(mounts);
    return List.copyOf(mounts);
  }

  private boolean isName(String name) {
    boolean good = name.matches("[a-z][a-z0-9]*");
    if (!good) {
      reader.mistake(
          PREFIX + name, "a mount's name is a lower-case letter, then letters and digits");
    }
    return good;
  }

  private void refuseSharedPrefixes(List<MountConfig> mounts) {
    Set<String> taken = new HashSet<>();
    for (MountConfig mount : mounts) {
      MountConfig.Common common = mount.common();
      if (common.enabled() && !taken.add(common.prefix())) {
        reader.mistake(
            PREFIX + common.name() + ".prefix",
            "`" + common.prefix() + "` is another mount's prefix, expected one of its own");
      }
    }
  }

  private MountConfig mount(String name) {
    String standard = PLACES.containsKey(name) ? name : "devise";
    String dialect =
        at(
            name,
            "dialect",
            Kind.choice(PLACES.keySet().toArray(String[]::new)),
            standard,
            "Which wire is spoken.");
    MountConfig.Common common = common(name, dialect);
    return switch (dialect) {
      case "ocariot" -> ocariot(name, common);
      case "onezone" -> onezone(name, common);
      case "tokenauth" -> tokenAuth(name, common);
      default -> devise(name, common);
    };
  }

  private MountConfig.Common common(String name, String dialect) {
    return new MountConfig.Common(
        name,
        at(name, "enabled", Kind.flag(), "true", "Whether it is there at all."),
        at(
            name,
            "prefix",
            Kind.matching("(/[A-Za-z0-9._~-]+)+", "a path such as " + PLACES.get(dialect)),
            PLACES.getOrDefault(dialect, "/"),
            "Where its paths begin."),
        realm(name),
        policyKeys.read(PREFIX + name + ".policy.", policy));
  }

  private Realm realm(String name) {
    Kind<Realm> kind =
        Kind.choice(realms.stream().map(Realm::name).toArray(String[]::new)).as(Realm::new);
    String standard = realms.isEmpty() ? Realm.MAIN.name() : realms.getFirst().name();
    return realms.isEmpty()
        ? Realm.MAIN
        : at(name, "realm", kind, standard, "Whose accounts it speaks for.");
  }

  private MountConfig devise(String name, MountConfig.Common common) {
    String resetUrl =
        http.publicUrl(http.port())
            + common.prefix()
            + "/password/edit?reset_password_token={token}";
    return new MountConfig.Devise(
        common,
        at(
            name,
            "scope",
            Kind.matching("[a-z_]+", "lower-case letters"),
            "user",
            "What wraps every body, and the tokens' claim scp."),
        at(name, "sign-in-status", Kind.choice("200", "201"), "200", "What a good sign-in answers.")
                .equals("201")
            ? 201
            : 200,
        at(
            name,
            "session-cookie",
            Kind.flag(),
            "true",
            "Whether answers carry the session cookie, which admits nothing."),
        at(
            name,
            "reset-url",
            Kind.matching("https?://[^\\s]*\\{token\\}[^\\s]*", "an address with {token} in it"),
            resetUrl,
            "Where a reset letter leads."),
        secret(
            name,
            "jwt.secret",
            "Signs the tokens (HS256); nothing derives one from the instance key."),
        secret(name, "jwt.rotation-secret", "A former secret that still is believed."),
        at(name, "jwt.issuer", Kind.optionalText(), "", "The claim iss, if there shall be one."),
        at(
            name,
            "jwt.lifetime",
            Kind.duration(ofMinutes(1), ofDays(3650)),
            "30d",
            "How long a token lives."),
        most(name),
        profiles(name),
        at(
            name,
            "profile.default",
            fields(),
            ANYBODY,
            "The members of the user object of every other role, in their order."));
  }

  private Map<Role, List<ProfileField>> profiles(String name) {
    Map<String, String> standard =
        new LinkedHashMap<>(Map.of("operator", OPERATOR, "driver", DRIVER));
    reader.namesUnder(PREFIX + name + ".profile.").stream()
        .filter(role -> !role.equals("default"))
        .forEach(role -> standard.putIfAbsent(role, ANYBODY));
    reader.variablesUnder(PREFIX + name + ".profile.").stream()
        .filter(role -> !role.equals("default"))
        .forEach(role -> standard.putIfAbsent(role, ANYBODY));
    Map<Role, List<ProfileField>> profiles = new HashMap<>();
    standard.forEach((role, text) ->
        profiles.put(
            new Role(role),
            at(
                name,
                "profile." + role,
                fields(),
                text,
                "The members of the user object of this role, in their order.")));
    return profiles;
  }

  private static Kind<List<ProfileField>> fields() {
    return new Kind<>(
            "a member's name, with :number or :boolean where it is no text", ProfileField::parse)
        .list();
  }

  private MountConfig ocariot(String name, MountConfig.Common common) {
    return new MountConfig.Ocariot(
        common,
        at(name, "issuer", Kind.text(), "ocariot", "The tokens' claim iss."),
        at(
            name,
            "token-lifetime",
            Kind.duration(ofMinutes(1), ofDays(3650)),
            "24h",
            "How long a token lives."),
        at(
            name,
            "private-key-file",
            Kind.path().orNothing(),
            "",
            "Signs the tokens (RS256): PEM, PKCS#1 or PKCS#8; nothing makes a key and keeps it in the database."),
        at(
            name,
            "public-key-file",
            Kind.path().orNothing(),
            "",
            "The certificate or public key that belongs to it, to be sure."),
        most(name));
  }

  private MountConfig onezone(String name, MountConfig.Common common) {
    return new MountConfig.Onezone(
        common,
        at(
            name,
            "error-profile",
            Kind.choice("20.02", "21.02", "25.0"),
            "21.02",
            "Whose wording and shape of errors."));
  }

  private MountConfig tokenAuth(String name, MountConfig.Common common) {
    return new MountConfig.TokenAuth(
        common,
        at(
            name,
            "token-lifespan",
            Kind.duration(ofMinutes(1), ofDays(3650)),
            "14d",
            "How long a token lives without use."),
        at(
            name,
            "batch-window",
            Kind.duration(Duration.ZERO, ofSeconds(60)),
            "5s",
            "Requests within it share one token."),
        at(
            name,
            "max-devices",
            Kind.whole(1, 10_000),
            "10",
            "How many clients of one account stay signed in."),
        at(
            name,
            "batch-answers",
            Kind.choice("repeat", "blank", "omit"),
            "repeat",
            "What the token fields hold when the request's own token stays good."),
        at(
            name,
            "check-current-password",
            Kind.choice("never", "if-sent", "always"),
            "if-sent",
            "When a change must show the current password."));
  }

  private int most(String name) {
    return at(
        name,
        "most-tokens",
        Kind.whole(1, 100_000),
        "100",
        "How many tokens one account may hold; the soonest to expire gives way.");
  }

  private Optional<Secret> secret(String name, String key, String sentence) {
    return reader.read(
        Key.secret(PREFIX + name + '.' + key, Kind.secretOfBytes(32).orNothing(), sentence));
  }

  private <T> T at(String mount, String key, Kind<T> kind, String standard, String sentence) {
    return reader.read(Key.of(PREFIX + mount + '.' + key, kind, standard, sentence));
  }

  private static Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("devise", "/api/v1/users");
    places.put("tokenauth", "/auth");
    places.put("ocariot", "/v1");
    places.put("onezone", "/api/v3/onezone");
    return places;
  }
}
