package dev.rekey.web;

/**
 * What somebody may say was not them, as the page shows it.
 *
 * @param address from where; empty when that is not told
 * @param device with what; empty when that is not told
 */
public record AlarmView(String deed, String when, String address, String device) {}
