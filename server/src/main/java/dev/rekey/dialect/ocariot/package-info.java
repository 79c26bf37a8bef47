/**
 * Speaks as OCARIoT's API Gateway and its account service do (seed 002): signed tokens, six kinds
 * of user, error objects of code, message and description.
 *
 * <p>The gateway's part, who may come in with what, is {@code Gate}; behind it every resource has
 * its routes, and a decoder and an encoder where it needs its own.
 *
 * <p>The wire has no word for a password that breaks a rule, for being throttled or for being
 * overtaken: it says the first as an invalid field, the second as 429, the third as a wrong old
 * password or, where none was shown, as 409. It knows no name that is taken by another kind of
 * user: it says that the user is registered already.
 */
@NullMarked
package dev.rekey.dialect.ocariot;

import org.jspecify.annotations.NullMarked;
