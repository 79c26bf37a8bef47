/** The pages as people use them: in a real browser, with letters from a real mail server. */
@NullMarked
package dev.rekey.browser;

import org.jspecify.annotations.NullMarked;
