/**
 * The nouns of who belongs where: institutions, the kinds of member, families and their children,
 * the groups that educators and health professionals make of children, and which role may touch
 * which of them.
 */
@NullMarked
package dev.rekey.core.roster;

import org.jspecify.annotations.NullMarked;
