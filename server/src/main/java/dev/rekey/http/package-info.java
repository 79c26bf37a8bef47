/** The front door, without any server library: requests, answers, routes, limits. */
@NullMarked
package dev.rekey.http;

import org.jspecify.annotations.NullMarked;
