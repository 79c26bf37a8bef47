/**
 * People whom an old system vouches for at their first sign-in: what is asked, and what it says.
 */
@NullMarked
package dev.rekey.core.adoption;

import org.jspecify.annotations.NullMarked;
