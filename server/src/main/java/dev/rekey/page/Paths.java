package dev.rekey.page;

/** Where pages lie that others lead to. */
public final class Paths {

  /** Of everything that an owner does. */
  public static final String ACCOUNT = "/account";

  public static final String SIGN_IN = ACCOUNT + "/sign-in";

  /** Of everything that those do who run the server. */
  public static final String CONSOLE = "/admin";

  private Paths() {}
}
