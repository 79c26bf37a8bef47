package dev.rekey.core.account;

/** One thing that a role, or a single account beyond its role, may do. */
public enum Capability {
  /** Sign in on any wire. */
  SIGN_IN,
  /** Change the own password, the current one given where the wire asks for it. */
  CHANGE_OWN_PASSWORD,
  /** Ask for a reset letter and spend its ticket. */
  RESET_OWN_PASSWORD,
  /** Change the own names and profile. */
  EDIT_OWN_PROFILE,
  /** Delete the own account. */
  CLOSE_OWN_ACCOUNT,
  /** Set the password of another account, and switch its password sign-in on and off. */
  SET_PASSWORDS,
  /** Have a reset letter sent to another account, without setting or seeing a password. */
  SEND_RESETS,
  /** See which accounts there are. */
  LIST_ACCOUNTS,
  /** See what is known of another account. */
  VIEW_ACCOUNTS,
  CREATE_ACCOUNTS,
  /** Change the names, the profile and the role of another account, disable and enable it. */
  UPDATE_ACCOUNTS,
  DELETE_ACCOUNTS,
  /** See what another account may do beyond its role. */
  VIEW_PRIVILEGES,
  /** Say what an account may do beyond its role. */
  SET_PRIVILEGES,
  /** See and end the sessions and tokens of another account, and issue tokens for it. */
  MANAGE_SESSIONS,
  /** See how the server fares, and how it is configured. */
  VIEW_SERVER,
  /** Read the audit trail, and take it along. */
  VIEW_AUDIT,
  /** Do one thing to many accounts at once, each as far as one's other rights go. */
  ACT_IN_BULK
}
