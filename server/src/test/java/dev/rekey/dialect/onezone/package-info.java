/** Onezone's wire against the core on fakes; its transcripts lie among the resources. */
@NullMarked
package dev.rekey.dialect.onezone;

import org.jspecify.annotations.NullMarked;
