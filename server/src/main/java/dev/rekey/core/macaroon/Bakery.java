package dev.rekey.core.macaroon;

import dev.rekey.core.token.Macaroon;
import java.util.List;

/** Makes tokens and tells its own from others'; the same token as often as it is asked for it. */
public final class Bakery {

  private final byte[] secret;
  private final String location;

  /**
   * Takes a copy of the secret.
   *
   * @param location the domain that tokens say they are good at
   */
  public Bakery(byte[] secret, String location) {
    this.secret = secret.clone();
    this.location = location;
  }

  public Baked bake(Inscription inscription, List<Caveat> caveats) {
    Macaroon plain = Macaroon.of(secret, location, inscription.text());
    return new Baked(plain, inscription).confined(caveats);
  }

  /** Whether it was made here; confined it may have been elsewhere. */
  public boolean made(Baked token) {
    return token.macaroon().isMadeWith(secret);
  }
}
