package dev.rekey.core.password;

/**
 * A password's hash in its stored form, with scheme, cost and salt readable in it.
 *
 * <p>Any text may be one: what this server does not understand matches no password.
 */
public final class PasswordHash {

  private final String encoded;

  private PasswordHash(String encoded) {
    this.encoded = encoded;
  }

  public static PasswordHash of(String encoded) {
    return new PasswordHash(encoded);
  }

  /**
   * Takes the 65 bytes in which Onezone keeps a password: salt, a full stop, output.
   *
   * @throws IllegalArgumentException when they are not of that form
   */
  public static PasswordHash ofOnezone(byte[] stored) {
    return new PasswordHash(Pbkdf2.ofOnezone(stored).encoded());
  }

  /** The text for the store, and for nobody else. */
  public String encoded() {
    return encoded;
  }

  /**
   * The scheme's name: {@code argon2id}, {@code bcrypt}, {@code pbkdf2-sha512}, or {@code unknown}
   * for what this server would not run.
   */
  public String scheme() {
    return Scheme.of(this).name();
  }

  /**
   * What it costs, in the scheme's own terms, such as {@code m=19456,t=2,p=1}; empty for what this
   * server would not run.
   */
  public String cost() {
    return Scheme.of(this).cost();
  }

  /** Whether it is of another scheme than Argon2id, or was made with less work than that. */
  public boolean isWeakerThan(HashCost least) {
    return switch (Scheme.of(this)) {
      case Argon2id hash -> hash.isCheaperThan(least);
      case Scheme.Peppered(_, Argon2id hash) -> hash.isCheaperThan(least);
      case Imported _, Keyed _, Scheme.Unknown _ -> true;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHash hash && hash.encoded.equals(encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return "PasswordHash[" + scheme() + "]";
  }
}
