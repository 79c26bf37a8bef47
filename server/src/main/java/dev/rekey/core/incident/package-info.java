/** What is done when many accounts are concerned at once: surveyed, approved, done, taken back. */
@NullMarked
package dev.rekey.core.incident;

import org.jspecify.annotations.NullMarked;
