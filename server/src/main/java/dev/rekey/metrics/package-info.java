/**
 * Counts what the house does, and shows it to Prometheus: the one room that sees Micrometer.
 *
 * <p>Other rooms tell what happens through small interfaces of their own, which look away unless
 * somebody is interested. No label ever holds who somebody is, where from, or what was typed.
 */
@NullMarked
package dev.rekey.metrics;

import org.jspecify.annotations.NullMarked;
