package dev.rekey.migrate.relay;

/** Somebody who watches what passes; what takes time must be done elsewhere. */
@FunctionalInterface
public interface Onlooker {
  void sees(Passed passed);
}
