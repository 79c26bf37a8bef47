package dev.rekey.bench.wire;

/** Somebody with an account, and the password of the moment; used by one thread at a time. */
public final class Person {

  private static final String ONE = "quiet harbour lantern ";
  private static final String OTHER = "seven loud umbrellas ";

  private final int number;
  private String password;

  /** Somebody whose account has the first of two passwords. */
  public Person(int number) {
    this.number = number;
    this.password = ONE + number;
  }

  /** By which every wire knows the account. */
  public String email() {
    return "person-" + number + "@example.org";
  }

  /** What it is now. */
  public String password() {
    return password;
  }

  /** What it is to be after the next change. */
  public String nextPassword() {
    return (password.startsWith(ONE) ? OTHER : ONE) + number;
  }

  /** The change was answered as done. */
  public void hasChanged() {
    password = nextPassword();
  }

  /** An address of a network that is nobody's (RFC 2544), a different one for each person. */
  public String address() {
    return "198.18." + (number / 250) % 250 + '.' + (1 + number % 250);
  }
}
