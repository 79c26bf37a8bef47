package dev.rekey.core.account;

/**
 * Where a page of accounts ended; what stood there may be gone by now.
 *
 * @param name by which the account was found, as it was compared; empty when it was not by name
 */
public record Place(String name, AccountId account) {}
