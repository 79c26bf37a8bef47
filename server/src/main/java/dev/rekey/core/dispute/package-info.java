/** What owners said was not them, as data. */
@NullMarked
package dev.rekey.core.dispute;

import org.jspecify.annotations.NullMarked;
