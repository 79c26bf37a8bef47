package dev.rekey.config;

/** A text that was set somewhere, and where. */
record Setting(String text, String where) {}
