package dev.rekey.core.visit;

import java.util.List;
import java.util.Optional;

/**
 * What a client calls itself, in words that its owner knows. A client may call itself anything:
 * this is a help to memory and no proof.
 */
public final class Device {

  /** What is looked for, and what it is called; the first that is found wins. */
  private record Sign(String needle, String name) {}

  private static final List<Sign> PROGRAMS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("SamsungBrowser", "Samsung Internet"),
          new Sign("Firefox", "Firefox"),
          new Sign("FxiOS", "Firefox"),
          new Sign("CriOS", "Chrome"),
          new Sign("Chrome", "Chrome"),
          new Sign("Safari", "Safari"),
          new Sign("curl", "curl"),
          new Sign("okhttp", "OkHttp"),
          new Sign("Java-http-client", "Java"),
          new Sign("python", "Python"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("Windows", "Windows"),
          new Sign("Macintosh", "macOS"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Linux", "Linux"));

  private Device() {}

  /** Such as {@code Firefox, Linux}; empty when it said nothing. */
  public static Optional<String> of(String agent) {
    return recognised(agent).or(() -> Optional.of(agent).filter(text -> !text.isBlank()));
  }

  /** The same, but never in words of the client's own: for letters, which must not carry any. */
  public static Optional<String> recognised(String agent) {
    Optional<String> program = find(PROGRAMS, agent);
    Optional<String> system = find(SYSTEMS, agent);
    if (program.isPresent() && system.isPresent()) {
      return Optional.of(program.get() + ", " + system.get());
    }
    return program.or(() -> system);
  }

  /**
   * What stays the same from one version of a client to the next: what it is recognised as, else
   * what it calls itself before the number of its version.
   */
  public static String family(String agent) {
    return recognised(agent).orElseGet(() -> agent.strip().split("[/ ]", 2)[0]);
  }

  private static Optional<String> find(List<Sign> signs, String agent) {
    return signs.stream().filter(sign -> agent.contains(sign.needle())).map(Sign::name).findFirst();
  }
}
