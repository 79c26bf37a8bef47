/**
 * Rekey's own API, the reference speaker: everything that the house can do with accounts, sessions
 * and passwords, as one REST interface. No seed shows it; its document is {@code openapi.json}, and
 * every answer is held to that by a test.
 */
@NullMarked
package dev.rekey.dialect.own;

import org.jspecify.annotations.NullMarked;
