package dev.rekey.core.macaroon;

import dev.rekey.core.token.Macaroon;
import dev.rekey.core.token.MacaroonText;
import java.util.List;
import java.util.Optional;

/** A token and what it says of itself. Whether that is true is the {@link Bakery}'s to say. */
public record Baked(Macaroon macaroon, Inscription inscription) {

  /** The token of the text; empty when the text is none. */
  public static Optional<Baked> read(String text) {
    return MacaroonText.read(text)
        .flatMap(macaroon ->
            Inscription.read(macaroon.identifier())
                .map(inscription -> new Baked(macaroon, inscription)));
  }

  /** As its holder shows it. */
  public String text() {
    return MacaroonText.write(macaroon);
  }

  /** The same with conditions more: anybody may do that to a token. */
  public Baked confined(List<Caveat> caveats) {
    return new Baked(macaroon.confined(caveats.stream().map(Caveat::text).toList()), inscription);
  }
}
