/** Who is asking: unchecked claims go in, checked callers come out. */
@NullMarked
package dev.rekey.core.proof;

import org.jspecify.annotations.NullMarked;
