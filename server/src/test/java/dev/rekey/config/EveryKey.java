package dev.rekey.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every key there is unless an operator adds one, with texts that it takes and texts that it does
 * not. The texts follow from the words with which a key says what would do, so that these hold,
 * too.
 */
final class EveryKey {

  private static final Pattern NUMBER = Pattern.compile("a whole number from (\\d+) to (\\d+)");
  private static final Pattern TIME =
      Pattern.compile("a time from (\\w+) to (\\w+)(, in whole seconds)?");

  /** What the table of the manual speaks of once, and who has it. */
  private static final Map<String, List<String>> MOUNTS =
      Map.of(
          "Every mount", List.of("devise", "ocariot", "onezone", "tokenauth", "own"),
          "Mounts of the dialect devise", List.of("devise"),
          "Mounts of the dialect ocariot", List.of("ocariot"),
          "Mounts of the dialect onezone", List.of("onezone"),
          "Mounts of the dialect tokenauth", List.of("tokenauth"),
          "Mounts of the dialect own", List.of("own"),
          "The old system behind a mount", List.of("devise", "ocariot", "onezone", "tokenauth"));

  private EveryKey() {}

  static Stream<Key<?>> all() {
    return Reference.SECTIONS.stream().flatMap(EveryKey::keys);
  }

  private static Stream<Key<?>> keys(Section section) {
    return MOUNTS.containsKey(section.title())
        ? MOUNTS.get(section.title()).stream().flatMap(mount -> keys(section, mount))
        : section.fullKeys().stream();
  }

  private static Stream<Key<?>> keys(Section section, String mount) {
    String prefix = section.prefix().replace("<name>", mount);
    return section.keys().stream().map(key -> key.under(prefix));
  }

  /** Texts that would do, the last of them not the default. */
  static List<String> good(Key<?> key, Path folder) {
    String wanted = key.kind().wanted();
    Matcher number = NUMBER.matcher(wanted);
    if (number.matches()) {
      return List.of(number.group(1), number.group(2));
    }
    Matcher time = TIME.matcher(wanted);
    if (time.matches()) {
      return List.of(time.group(1), time.group(2));
    }
    return switch (wanted) {
      case "true or false" -> List.of("true", "false");
      case "empty, or the path of a file that can be read" ->
          List.of("", Loading.file(folder, "some.file").toString());
      case "empty, or the path of a directory that can be read" -> List.of("", folder.toString());
      case "empty, or 32 bytes in base64" ->
          List.of("", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
      case "empty, or a text of at least 32 bytes, without control characters" ->
          List.of("", "01234567890123456789012345678901");
      default -> List.of(byName(key.name()));
    };
  }

  private static String byName(String name) {
    String own = name.replaceFirst("^mounts\\.[a-z]+\\.", "");
    return switch (own) {
      case "http.host", "mail.smtp.host" -> "host.example.org";
      case "http.public-url" -> "https://id.example.org/rekey";
      case "http.trusted-proxies" -> "10.0.0.0/8, ::1";
      case "data.directory" -> "/var/lib/rekey";
      case "storage.url" -> "jdbc:postgresql://db.example.org/rekey";
      case "policy.profile" -> "strict";
      case "policy.organisation-words" -> "acme, example";
      case "mail.from" -> "no-reply@example.org";
      case "mail.language" -> "de";
      case "mail.smtp.security" -> "implicit";
      case "log.level" -> "debug";
      case "log.format" -> "json";
      case "metrics.path" -> "/numbers";
      case "metrics.access" -> "open";
      case "notices.new-device" -> "off";
      case "audit.keep" -> "forever";
      case "realms" -> "other, main";
      case "dialect" -> name.split("\\.")[1];
      case "prefix", "upstream.prefix" -> "/elsewhere";
      case "upstream.url" -> "https://old.example.org";
      case "upstream.accounts", "upstream.highest-id" -> "3000";
      case "upstream.until" -> "2027-03-31";
      case "realm" -> "main";
      case "sign-in-status" -> "201";
      case "sign-out-status" -> "401";
      case "sign-in-key" -> "login";
      case "response-style" -> "stock";
      case "invalid-text" -> "devise-4";
      case "password-confirmation" -> "required";
      case "reset-url", "confirm-url", "unlock-url" -> "app://letter?token={token}";
      case "jwt.revocation" -> "deny-list";
      case "jwt.dispatch" -> "reset";
      case "error-profile" -> "25.0";
      case "new-user-role" -> "operator";
      case "sign-up-role" -> "operator";
      case "batch-answers" -> "omit";
      case "check-current-password" -> "attributes";
      case "redirect-whitelist" -> "https://*.example.org/*, *";
      case "default-password-reset-url", "default-confirm-success-url" -> "app://done";
      case "cookie-attributes" -> "httponly, samesite=strict";
      case "admin.email" -> "ada@example.org";
      default -> own.startsWith("roles.") ? "sign-in, send-resets" : defaultText(own);
    };
  }

  private static String defaultText(String own) {
    if (own.startsWith("writable.")) {
      return "first_name";
    }
    return own.startsWith("profile.") ? "id, vip:boolean, points:number" : "something";
  }

  /** Texts that would not do. */
  static List<String> bad(Key<?> key) {
    String wanted = key.kind().wanted();
    Matcher number = NUMBER.matcher(wanted);
    if (number.matches()) {
      long least = Long.parseLong(number.group(1));
      long most = Long.parseLong(number.group(2));
      String beyond = Long.toString(most + 1);
      return List.of(Long.toString(least - 1), beyond, "", "many", "1.5", "0x10", "9".repeat(30));
    }
    Matcher time = TIME.matcher(wanted);
    return time.matches() ? badTimes(time) : List.of("\u0007");
  }

  private static List<String> badTimes(Matcher time) {
    long least = Times.parse(time.group(1)).map(Duration::toMillis).orElseThrow();
    long most = Times.parse(time.group(2)).map(Duration::toMillis).orElseThrow();
    Stream<String> always =
        Stream.of(least - 1 + "ms", most + 1 + "ms", "", "5", "5 s", "soon", "-1s");
    return time.group(3) == null
        ? always.toList()
        : Stream.concat(always, Stream.of(least + 1 + "ms")).toList();
  }

  /** What else must be set when this key is, for the two to go together. */
  static Map<String, String> company(String name) {
    return switch (name) {
      case "storage.user", "storage.password" ->
          Map.of("storage.url", "jdbc:postgresql://db.example.org/rekey");
      case "mail.smtp.user" -> Map.of("mail.smtp.password", "something");
      case "mail.smtp.password" -> Map.of("mail.smtp.user", "something");
      case "limits.free-per-account" -> Map.of("limits.most-per-account", "90");
      case "limits.most-per-account" -> Map.of("limits.free-per-account", "1");
      case "limits.longest-wait" -> Map.of("limits.first-wait", "1s");
      case "hashing.lanes" -> Map.of("hashing.memory-kib", "19456");
      case "admin.username", "admin.email" -> Map.of("admin.password", "something");
      case "admin.password" -> Map.of("admin.username", "something");
      case "mounts.ocariot.public-key-file" -> Map.of("mounts.ocariot.private-key-file", "pom.xml");
      default -> Map.of();
    };
  }
}
