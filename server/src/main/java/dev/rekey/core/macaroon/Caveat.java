package dev.rekey.core.macaroon;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A condition under which alone a token is good. */
public sealed interface Caveat {

  /** Good before this moment, in seconds since 1970. */
  record Time(long validUntil) implements Caveat {

    /** The end of the year 9999: no moment that is stored lies beyond. */
    private static final long FOREVER = 253_402_300_799L;

    private Instant end() {
      return Instant.ofEpochSecond(Math.clamp(validUntil, -FOREVER, FOREVER));
    }
  }

  /** Good from these addresses. */
  record Ip(List<Ipv4Range> whitelist) implements Caveat {

    public Ip {
      whitelist = List.copyOf(whitelist);
      if (whitelist.isEmpty()) {
        throw new IllegalArgumentException("a token that is good from nowhere is none");
      }
    }
  }

  /** Good by one interface. */
  record Through(Channel channel) implements Caveat {}

  /** The caveat of the text; empty when this server knows none that is written so. */
  static Optional<Caveat> read(String text) {
    return CaveatText.read(text);
  }

  /** How a token has it. */
  default String text() {
    return CaveatText.write(this);
  }

  default boolean holds(Circumstances shown) {
    return switch (this) {
      case Time(long validUntil) -> shown.now().getEpochSecond() < validUntil;
      case Ip(List<Ipv4Range> whitelist) ->
          shown
              .address()
              .filter(address -> whitelist.stream().anyMatch(range -> range.contains(address)))
              .isPresent();
      case Through(Channel channel) -> shown.channel().filter(channel::equals).isPresent();
    };
  }

  /** The earliest end that the caveats set; empty when they set none. */
  static Optional<Time> earliest(Collection<Caveat> caveats) {
    return caveats.stream()
        .flatMap(caveat -> caveat instanceof Time time ? Stream.of(time) : Stream.empty())
        .min(Comparator.comparingLong(Time::validUntil));
  }

  /** When a token with these caveats ends; one without an end does so after all others. */
  static Instant endOf(Collection<Caveat> caveats) {
    return earliest(caveats).orElseGet(() -> new Time(Time.FOREVER)).end();
  }
}
