package dev.rekey.core.macaroon;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How tokens have their caveats, such as {@code time < 1795212594}. */
final class CaveatText {

  private static final String TIME = "time < ";
  private static final String IP = "ip = ";
  private static final String THROUGH = "interface = ";
  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,18}");

  private CaveatText() {}

  static Optional<Caveat> read(String text) {
    return behind(TIME, text)
        .filter(seconds -> SECONDS.matcher(seconds).matches())
        .<Caveat>map(seconds -> new Caveat.Time(Long.parseLong(seconds)))
        .or(() -> behind(IP, text).flatMap(CaveatText::addresses))
        .or(() -> behind(THROUGH, text).flatMap(Channel::read).map(Caveat.Through::new));
  }

  static String write(Caveat caveat) {
    return switch (caveat) {
      case Caveat.Time(long validUntil) -> TIME + validUntil;
      case Caveat.Ip(List<Ipv4Range> whitelist) ->
          IP + whitelist.stream().map(Ipv4Range::text).collect(Collectors.joining("|"));
      case Caveat.Through(Channel channel) -> THROUGH + channel.text();
    };
  }

  private static Optional<String> behind(String begin, String text) {
    return text.startsWith(begin) ? Optional.of(text.substring(begin.length())) : Optional.empty();
  }

  private static Optional<Caveat> addresses(String text) {
    List<String> parts = List.of(text.split("\\|", -1));
    List<Ipv4Range> ranges = parts.stream().map(Ipv4Range::read).flatMap(Optional::stream).toList();
    return Stream.of(ranges)
        .filter(all -> all.size() == parts.size())
        .<Caveat>map(Caveat.Ip::new)
        .findFirst();
  }
}
