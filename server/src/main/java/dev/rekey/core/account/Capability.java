package dev.rekey.core.account;

/** One thing that a role may do. */
public enum Capability {
  /** Sign in on any wire. */
  SIGN_IN,
  /** Change the own password, the current one given where the wire asks for it. */
  CHANGE_OWN_PASSWORD,
  /** Ask for a reset letter and spend its ticket. */
  RESET_OWN_PASSWORD,
  /** Set the password of another account. */
  SET_PASSWORDS,
  /** Have a reset letter sent to another account, without setting or seeing a password. */
  SEND_RESETS,
  /** Create, change, disable and delete accounts. */
  MANAGE_ACCOUNTS
}
