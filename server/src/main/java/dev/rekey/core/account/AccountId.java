package dev.rekey.core.account;

/** The store's own key of an account; never shown on a wire. */
public record AccountId(long value) {}
