/** What all pages for people share: the doorway, the frame, fields, phrases and what they wear. */
@NullMarked
package dev.rekey.page;

import org.jspecify.annotations.NullMarked;
