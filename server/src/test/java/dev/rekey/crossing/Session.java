package dev.rekey.crossing;

import java.util.Map;

/**
 * What somebody keeps after a sign-in on one wire.
 *
 * @param headers what a request shows
 * @param id the account's, as this wire shows it
 */
record Session(Map<String, String> headers, String id) {}
