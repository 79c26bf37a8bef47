/** What the console promises to those who run the server. */
@NullMarked
package dev.rekey.admin;

import org.jspecify.annotations.NullMarked;
