package dev.rekey.cli;

import dev.rekey.transcript.Site;
import java.nio.file.Path;
import java.util.Optional;

/** A Rekey that a command has started for itself, or none. */
final class Understage implements AutoCloseable {

  private final Optional<Premises> premises;
  private final Optional<Premises.Serving> serving;
  private final Optional<Path> letters;

  private Understage(
      Optional<Premises> premises, Optional<Premises.Serving> serving, Optional<Path> letters) {
    this.premises = premises;
    this.serving = serving;
    this.letters = letters;
  }

  static Understage none() {
    return new Understage(Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Understage of(Premises premises, Premises.Serving serving, Path letters) {
    return new Understage(Optional.of(premises), Optional.of(serving), Optional.of(letters));
  }

  Site site() {
    return Site.local(serving.orElseThrow().port());
  }

  Optional<Path> letters() {
    return letters;
  }

  @Override
  public void close() {
    serving.ifPresent(Premises.Serving::stop);
    premises.ifPresent(Premises::close);
  }
}
