package dev.rekey.dialect.onezone;

import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Ipv4Range;
import dev.rekey.dialect.onezone.Words.Text;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The exact strings about tokens. */
final class TokenWords {

  static final Text TOKEN_REVOKED =
      new Text(
          "tokenRevoked",
          "Provided token has been revoked.",
          "Provided token has been revoked by the token subject (creator).");

  static final Text NOT_AN_ACCESS_TOKEN =
      Text.of("notAnAccessToken", "Expected an access token, but received a(n) {received}.");

  static final Text NOT_AN_IDENTITY_TOKEN =
      Text.of("notAnIdentityToken", "Expected an identity token, but received a(n) {received}.");

  static final Text TOKEN_CAVEAT_UNKNOWN =
      new Text(
          "tokenCaveatUnknown", "Unknown caveat - '{caveat}'.", "Unknown caveat: \"{caveat}\".");

  static final Text TOKEN_TIME_CAVEAT_REQUIRED =
      new Text(
          "tokenTimeCaveatRequired",
          "You must specify a time caveat with maximum TTL of {maxTtl} seconds.",
          "You must specify a time caveat with maximum TTL of {maxTtl} seconds (a time caveat is"
              + " required for temporary tokens for security reasons).");

  private TokenWords() {}

  /** A condition that is not met, in a sentence of its own. */
  static Text unmet(Caveat caveat) {
    return Text.of(
        "tokenCaveatUnverified",
        "Provided token is not valid - unverified " + demand(caveat) + '.');
  }

  private static String demand(Caveat caveat) {
    return switch (caveat) {
      case Caveat.Time(long validUntil) ->
          "time caveat: this token has expired at '" + moment(validUntil) + '\'';
      case Caveat.Ip(List<Ipv4Range> whitelist) ->
          "IP caveat: this token can only be used from an IP address that matches: "
              + whitelist.stream().map(Ipv4Range::text).collect(Collectors.joining(" or "));
      case Caveat.Through(Channel channel) ->
          "interface caveat: this token can only be used in the '" + channel.text() + "' interface";
    };
  }

  private static String moment(long seconds) {
    boolean sayable =
        seconds >= Instant.MIN.getEpochSecond() && seconds <= Instant.MAX.getEpochSecond();
    return sayable ? Instant.ofEpochSecond(seconds).toString() : Long.toString(seconds);
  }
}
