/** The owner changes a password, the names and the profile. */
@NullMarked
package dev.rekey.core.change;

import org.jspecify.annotations.NullMarked;
