package dev.rekey.core.change;

/** When the current password has to be shown. */
public enum Demand {
  /** Always. */
  ALWAYS,
  /** Only if it is sent at all. */
  IF_SENT,
  /** Exactly when the account has one: an account without a password must send none. */
  IF_SET
}
