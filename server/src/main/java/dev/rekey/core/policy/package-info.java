/** What a new password must be. */
@NullMarked
package dev.rekey.core.policy;

import org.jspecify.annotations.NullMarked;
