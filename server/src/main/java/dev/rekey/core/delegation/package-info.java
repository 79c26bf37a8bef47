/**
 * Tokens that owners issue beside their sessions, for programs: named, noted on, confined, taken
 * back and shown again.
 */
@NullMarked
package dev.rekey.core.delegation;

import org.jspecify.annotations.NullMarked;
