package dev.rekey.migrate;

import dev.rekey.core.password.ForeignHash;
import dev.rekey.core.password.PasswordHash;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A password as Keycloak exports it: what is secret in one JSON text, how it was made in another;
 * or, up to version 7, all of it beside each other.
 */
final class KeycloakHash {

  private final JsonText json;

  KeycloakHash(JsonText json) {
    this.json = json;
  }

  PasswordHash read(Row credential) {
    Row secret = nested(credential, "secretData");
    Row how = nested(credential, "credentialData");
    byte[] output = bytes(secret.text("value").or(() -> credential.text("hashedSaltedValue")));
    byte[] salt = bytes(secret.text("salt"));
    long iterations =
        how.number("hashIterations").orElseThrow(() -> new Misfit("hashIterations is missing"));
    String algorithm = how.text("algorithm").orElse("pbkdf2");
    return HashReader.require(
        switch (algorithm) {
          case "pbkdf2" -> ForeignHash.ofPbkdf2("sha1", iterations, salt, output);
          case "pbkdf2-sha256" -> ForeignHash.ofPbkdf2("sha256", iterations, salt, output);
          case "pbkdf2-sha512" -> ForeignHash.ofPbkdf2("sha512", iterations, salt, output);
          case "argon2" -> argon2(how, iterations, salt, output);
          default -> throw new Misfit("the algorithm " + algorithm + " is not known");
        });
  }

  private Row nested(Row credential, String name) {
    return credential
        .object(name, json)
        .map(members -> new Row(credential.place(), credential.line(), members))
        .orElse(credential);
  }

  private static ForeignHash.Reading argon2(Row how, long passes, byte[] salt, byte[] output) {
    Map<String, Object> more =
        how.fields().get("additionalParameters") instanceof Map<?, ?> map
            ? Row.members(map)
            : Map.of();
    String cost =
        "m=%s,t=%d,p=%s".formatted(first(more, "memory"), passes, first(more, "parallelism"));
    int version = first(more, "version").equals("1.0") ? 16 : 19;
    return ForeignHash.ofArgon2(first(more, "type"), version, cost, salt, output);
  }

  private static String first(Map<String, Object> parameters, String name) {
    return parameters.get(name) instanceof List<?> list && list.size() == 1
        ? Row.textOf(name, Optional.<Object>ofNullable(list.getFirst()).orElse(""))
        : "";
  }

  private static byte[] bytes(Optional<String> base64) {
    try {
      return Base64.getDecoder().decode(base64.orElse(""));
    } catch (IllegalArgumentException e) {
      throw new Misfit("the credential's value and salt should be base64");
    }
  }
}
