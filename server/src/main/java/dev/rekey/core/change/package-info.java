/** The owner changes a password. */
@NullMarked
package dev.rekey.core.change;

import org.jspecify.annotations.NullMarked;
