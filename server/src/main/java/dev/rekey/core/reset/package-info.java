/** The owner has forgotten a password. */
@NullMarked
package dev.rekey.core.reset;

import org.jspecify.annotations.NullMarked;
