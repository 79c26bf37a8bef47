package dev.rekey.core.token;

/** How the signed tokens of a mount are ended before their time, as devise-jwt names it. */
public enum Revocation {
  /** A token admits while its row exists; a sign-out ends the token that was shown. */
  ALLOW_LIST,
  /**
   * A token that was signed elsewhere with the same secret admits as well, until it is denied or
   * all sessions of its account end; a sign-out denies the token that was shown.
   */
  DENY_LIST,
  /**
   * All tokens of an account bear one id, and have another from its end on; a sign-out ends them
   * all, and the account's sessions on every other wire.
   */
  JTI_MATCHER,
  /** A sign-out ends nothing; a change of the password still does. */
  NONE
}
