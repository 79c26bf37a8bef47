package dev.rekey.core.macaroon;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By which interface somebody comes with a token; this server has the first. */
public enum Channel {
  REST,
  ONECLIENT,
  GRAPHSYNC;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Channel> read(String text) {
    return Stream.of(values()).filter(channel -> channel.text().equals(text)).findFirst();
  }
}
