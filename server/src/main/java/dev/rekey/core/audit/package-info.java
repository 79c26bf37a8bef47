/** What is written down about every change, and never a secret in it. */
@NullMarked
package dev.rekey.core.audit;

import org.jspecify.annotations.NullMarked;
