package dev.rekey.core.macaroon;

/** What a token is good for. */
public enum TokenType {
  /** Acts as its owner. */
  ACCESS,
  /** Says who its owner is, and lets nobody act. */
  IDENTITY
}
