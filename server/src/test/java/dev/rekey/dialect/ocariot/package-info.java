/** OCARIoT's wire against the core on fakes; its transcripts lie among the resources. */
@NullMarked
package dev.rekey.dialect.ocariot;

import org.jspecify.annotations.NullMarked;
