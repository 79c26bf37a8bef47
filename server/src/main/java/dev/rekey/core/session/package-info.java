/** Signing in and staying signed in. */
@NullMarked
package dev.rekey.core.session;

import org.jspecify.annotations.NullMarked;
