package dev.rekey.bench.kernel;

import dev.rekey.argon2.Argon2Engine;
import dev.rekey.argon2.Argon2Engines;
import dev.rekey.argon2.Argon2Input;
import dev.rekey.argon2.Argon2Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Everybody who is timed, and what they are given to do. */
public final class Engines {

  /** The library's yardsticks. */
  public static final String BOUNCY_CASTLE = "bouncy-castle";

  /** The C library as it is packaged for Java. */
  public static final String C_LIBRARY = "argon2-jvm";

  private static final String PASSWORD = "correct horse battery staple";
  private static final String SALT = "sixteen byte salt";

  private Engines() {}

  /** The library's own that work here, the likely fastest first. */
  public static List<Argon2Engine> own() {
    return Argon2Engines.available();
  }

  /** The library's own, then those that it is compared with. */
  public static List<Argon2Engine> all() {
    return Stream.concat(own().stream(), Stream.of(new CLibrary(), new BouncyCastle())).toList();
  }

  /** The one of that name. */
  public static Argon2Engine named(String name) {
    return all().stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no engine " + name + " here"));
  }

  /** 19 MiB, two passes, one lane. */
  public static Argon2Parameters parameters() {
    return Argon2Parameters.standard();
  }

  /** A password and a salt. */
  public static Argon2Input input() {
    return Argon2Input.of(
        PASSWORD.getBytes(StandardCharsets.UTF_8), SALT.getBytes(StandardCharsets.UTF_8));
  }

  /** The engine, which must compute what Bouncy Castle computes: speed is nothing without that. */
  public static Argon2Engine trusted(Argon2Engine engine) {
    byte[] expected = new BouncyCastle().hash(parameters(), input());
    if (!Arrays.equals(expected, engine.hash(parameters(), input()))) {
      throw new IllegalStateException(engine.name() + " computes something else");
    }
    return engine;
  }
}
