package dev.rekey.web;

/**
 * One session as a page shows it.
 *
 * @param name by which it can be ended
 * @param device what it was opened with
 * @param place from where, and through which wire
 * @param times since when and until when
 * @param acting whether it is this one
 */
public record SessionView(String name, String device, String place, String times, boolean acting) {}
