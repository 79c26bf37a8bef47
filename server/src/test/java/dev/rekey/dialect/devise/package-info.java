/** The promises of the Devise wire, over stores in memory and a hasher that only compares. */
@NullMarked
package dev.rekey.dialect.devise;

import org.jspecify.annotations.NullMarked;
