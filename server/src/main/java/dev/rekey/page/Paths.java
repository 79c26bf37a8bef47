package dev.rekey.page;

/** Where pages lie that others lead to. */
public final class Paths {

  /** Of everything that an owner does. */
  public static final String ACCOUNT = "/account";

  public static final String SIGN_IN = ACCOUNT + "/sign-in";

  public static final String SIGN_OUT = ACCOUNT + "/sign-out";

  /** Where an owner changes it. */
  public static final String PASSWORD = ACCOUNT + "/password";

  /** Of everything that those do who run the server. */
  public static final String CONSOLE = "/admin";

  private Paths() {}
}
