/** The suite of a wire, told to servers right and wrong. */
@NullMarked
package dev.rekey.migrate.conformance;

import org.jspecify.annotations.NullMarked;
