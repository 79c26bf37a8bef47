package dev.rekey.http;

/**
 * How a wire compares a path with its routes; a doubled slash never matches.
 *
 * @param ignoreCase literal segments match without regard to letter case
 * @param trailingSlash one slash at the end is accepted
 * @param jsonSuffix {@code .json} at the end is accepted
 */
public record PathRules(boolean ignoreCase, boolean trailingSlash, boolean jsonSuffix) {}
