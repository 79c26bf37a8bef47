package dev.rekey.admin;

/**
 * An event that one may look for.
 *
 * @param name in the trail
 * @param words in the reader's language
 */
public record EventChoice(String name, String words, boolean chosen) {}
