/**
 * What a macaroon of this server says: whose it is, what it is good for, under which conditions,
 * and what its owner notes on it.
 */
@NullMarked
package dev.rekey.core.macaroon;

import org.jspecify.annotations.NullMarked;
