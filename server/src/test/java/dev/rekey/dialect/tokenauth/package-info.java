/** The promises of the wire of devise_token_auth, with the whole core over stores in memory. */
@NullMarked
package dev.rekey.dialect.tokenauth;

import org.jspecify.annotations.NullMarked;
