package dev.rekey.admin;

/**
 * A bulk act as a line of the list shows it.
 *
 * @param manner how its state looks
 */
public record BulkView(
    String path,
    String deed,
    String target,
    String state,
    String manner,
    String by,
    long worked,
    long planned,
    boolean moving) {}
