package dev.rekey.web;

/**
 * One thing that happened, as the page shows it.
 *
 * @param byAnother whether somebody else than the owner did it
 */
public record ActivityView(
    String what, String when, String place, String device, boolean byAnother) {}
