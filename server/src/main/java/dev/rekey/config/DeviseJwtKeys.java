package dev.rekey.config;

import dev.rekey.core.token.Revocation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The keys of the tokens that a mount of Devise's dialect signs. */
final class DeviseJwtKeys {

  /** RFC 7518 section 3.2 demands as many bits as the hash has. */
  private static final int SECRET_BYTES = 32;

  /** Fields with a meaning of their own in requests or answers. */
  private static final Set<String> TAKEN =
      Set.of(
          "accept",
          "cache-control",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "date",
          "etag",
          "host",
          "if-none-match",
          "jwt-aud",
          "location",
          "origin",
          "retry-after",
          "set-cookie",
          "transfer-encoding",
          "vary",
          "x-request-id",
          "x-runtime");

  private static final Key<Optional<Secret>> SECRET =
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

  private static final Key<String> HEADER =
      Key.of(
          "jwt.header",
          Kinds.text("the name of a header field that has no other meaning", DeviseJwtKeys::isFree),
          "authorization",
          "The header field in which tokens come and go.");

  private static final Key<Revocation> REVOCATION =
      Key.of(
          "jwt.revocation",
          Kinds.constant(Revocation.class),
          "allow-list",
          "How tokens are ended before their time, by devise-jwt's names.");

  private static final Key<List<String>> DISPATCH =
      Key.of(
          "jwt.dispatch",
          Kinds.word("sign-up", "reset").list(),
          "sign-up, reset",
          "What hands out a token besides a sign-in.");

  static final List<Key<?>> ALL =
      List.of(SECRET, ROTATION_SECRET, ISSUER, LIFETIME, HEADER, REVOCATION, DISPATCH);

  private DeviseJwtKeys() {}

  private static boolean isFree(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9-]*") && !TAKEN.contains(name.toLowerCase(Locale.ROOT));
  }

  static DeviseMount.Jwt read(Answers answers) {
    return new DeviseMount.Jwt(
        answers.of(SECRET),
        answers.of(ROTATION_SECRET),
        answers.of(ISSUER),
        answers.of(LIFETIME),
        answers.of(HEADER),
        answers.of(REVOCATION),
        answers.of(DISPATCH));
  }
}
