/** Rekey and Keycloak side by side: the servers, the load, and what is written about it. */
@NullMarked
package dev.rekey.bench.keycloak;

import org.jspecify.annotations.NullMarked;
