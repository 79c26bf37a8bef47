/** What those who run accounts do to the accounts of others. */
@NullMarked
package dev.rekey.core.steward;

import org.jspecify.annotations.NullMarked;
