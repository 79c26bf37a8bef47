/** The nouns: accounts, their names on every wire, their roles. */
@NullMarked
package dev.rekey.core.account;

import org.jspecify.annotations.NullMarked;
