package dev.rekey.mail;

/** A letter in words. */
record Written(String subject, String text, String html) {}
