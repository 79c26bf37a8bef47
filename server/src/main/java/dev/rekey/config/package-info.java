/**
 * What an operator may choose: the keys, where they are read from, and the words for what is wrong.
 * Nothing else in the house looks at the environment.
 */
@NullMarked
package dev.rekey.config;

import org.jspecify.annotations.NullMarked;
