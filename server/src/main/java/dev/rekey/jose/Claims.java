package dev.rekey.jose;

import dev.rekey.core.token.SignedTokens.Flaw;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a token says, its signature being right. */
record Claims(Map<String, Object> members) {

  /** Of the year 9999, behind which databases lose count. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /** The claim if it is there and is a text. */
  Optional<String> text(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Whether the claim is this text, or absent or null where none is expected. */
  boolean says(String name, Optional<String> expected) {
    return expected
        .map(text -> text.equals(members.get(name)))
        .orElseGet(() -> members.get(name) == null);
  }

  /** No leeway: issuer and reader are one server with one clock. */
  Optional<Flaw> flawInTime(Instant now) {
    if (second("nbf").filter(start -> now.getEpochSecond() < start).isPresent()) {
      return Optional.of(Flaw.TIME);
    }
    return second("exp")
        .map(end -> now.getEpochSecond() < end ? Optional.<Flaw>empty() : Optional.of(Flaw.EXPIRED))
        .orElseGet(() -> Optional.of(Flaw.TIME));
  }

  /** Of a token without flaw in time. */
  Instant issuedAt() {
    return moment(second("iat").orElse(0L));
  }

  /** Of a token without flaw in time. */
  Instant expiresAt() {
    return moment(second("exp").orElseThrow());
  }

  /** A token may say what no clock shows. */
  private static Instant moment(long second) {
    return Instant.ofEpochSecond(Math.clamp(second, 0, LAST_SECOND));
  }

  /** RFC 7519 section 2, NumericDate; the part behind the point is cut off. */
  private Optional<Long> second(String name) {
    return members.get(name) instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }
}
