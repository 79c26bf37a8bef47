package dev.rekey.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 500ms}, {@code 5s}, {@code 10m}, {@code 6h}, {@code 30d}. */
final class Times {

  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  /** The larger ones first, so that a time is written with the fewest digits. */
  private static final List<Unit> UNITS =
      List.of(
          new Unit("d", Duration.ofDays(1)),
          new Unit("h", Duration.ofHours(1)),
          new Unit("m", Duration.ofMinutes(1)),
          new Unit("s", Duration.ofSeconds(1)),
          new Unit("ms", Duration.ofMillis(1)));

  private record Unit(String sign, Duration length) {

    boolean measures(Duration time) {
      return time.toMillis() % length.toMillis() == 0;
    }

    String count(Duration time) {
      return time.dividedBy(length) + sign;
    }
  }

  private Times() {}

  static Kind<Duration> between(String least, String most) {
    return Kind.of(
        "a time from " + least + " to " + most,
        text -> parse(text).filter(time -> isWithin(least, time, most)),
        Times::write);
  }

  /** Without fractions of a second, which tokens cannot express. */
  static Kind<Duration> secondsBetween(String least, String most) {
    Kind<Duration> any = between(least, most);
    return Kind.of(
        any.wanted() + ", in whole seconds",
        text -> any.read(text).filter(time -> time.toNanosPart() == 0),
        Times::write);
  }

  static Optional<Duration> parse(String text) {
    Matcher matcher = TIME.matcher(text);
    return matcher.matches()
        ? Optional.of(unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  static String write(Duration time) {
    if (time.isZero()) {
      return "0s";
    }
    return UNITS.stream().filter(unit -> unit.measures(time)).findFirst().orElseThrow().count(time);
  }

  private static Duration unit(String sign) {
    return UNITS.stream()
        .filter(unit -> unit.sign().equals(sign))
        .findFirst()
        .orElseThrow()
        .length();
  }

  private static boolean isWithin(String least, Duration time, String most) {
    return parse(least).orElseThrow().compareTo(time) <= 0
        && time.compareTo(parse(most).orElseThrow()) <= 0;
  }
}
