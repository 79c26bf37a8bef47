package dev.rekey.dialect.onezone;

import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Ipv4Range;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.token.MacaroonText;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The kinds of value that only tokens have: what they are good for, and under which conditions. */
final class CaveatKinds {

  private CaveatKinds() {}

  /** An object with one member, whose name is the type; invitations are not known here. */
  static Reading<TokenType, Objection> tokenType(String key, JsonNode value) {
    boolean single = value.isObject() && value.size() == 1;
    if (single && isEmptyObject(value.path(Words.ACCESS_TOKEN))) {
      return new Read<>(TokenType.ACCESS);
    }
    if (single && isEmptyObject(value.path(Words.IDENTITY_TOKEN))) {
      return new Read<>(TokenType.IDENTITY);
    }
    return new Misread<>(new Objection.BadTokenType(key));
  }

  private static boolean isEmptyObject(JsonNode value) {
    return value.isObject() && value.isEmpty();
  }

  /** A list; the first one that this server cannot enforce is objected to. */
  static Reading<List<Caveat>, Objection> caveats(String key, JsonNode value) {
    if (!value.isArray()) {
      return new Misread<>(new Objection.BadData(key));
    }
    List<Caveat> caveats = new ArrayList<>();
    for (JsonNode item : value) {
      Optional<Caveat> caveat = caveat(item).filter(one -> MacaroonText.fits(one.text()));
      if (caveat.isEmpty()) {
        return new Misread<>(new Objection.BadCaveat(item));
      }
      caveats.add(caveat.get());
    }
    return new Read<>(List.copyOf(caveats));
  }

  private static Optional<Caveat> caveat(JsonNode item) {
    return switch (item.path(Words.TYPE).asString("")) {
      case Words.TIME -> time(item.path(Words.VALID_UNTIL));
      case Words.IP -> addresses(item.path(Words.WHITELIST));
      case Words.INTERFACE -> channel(item.path(Words.INTERFACE));
      default -> Optional.empty();
    };
  }

  private static Optional<Caveat> time(JsonNode seconds) {
    return seconds.isIntegralNumber() && seconds.canConvertToLong()
        ? Caveat.read(new Caveat.Time(seconds.longValue()).text())
        : Optional.empty();
  }

  private static Optional<Caveat> addresses(JsonNode list) {
    List<Ipv4Range> ranges =
        list.valueStream()
            .filter(JsonNode::isString)
            .map(item -> Ipv4Range.read(item.stringValue()))
            .flatMap(Optional::stream)
            .toList();
    return list.isArray() && !ranges.isEmpty() && ranges.size() == list.size()
        ? Optional.of(new Caveat.Ip(ranges))
        : Optional.empty();
  }

  private static Optional<Caveat> channel(JsonNode name) {
    return Optional.of(name)
        .filter(JsonNode::isString)
        .flatMap(text -> Channel.read(text.stringValue()))
        .map(Caveat.Through::new);
  }
}
