package dev.rekey.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param key the key, or what stands in a key's place
 * @param where such as {@code line 3 of rekey.yaml} or {@code environment variable REKEY_HTTP_PORT}
 * @param found what is there; never the value of a secret
 * @param remedy what would do
 */
public record Mistake(String key, String where, String found, String remedy) {

  /** On one line, and without what could steer a terminal. */
  String sentence() {
    String sentence = key + " (" + where + "): " + found + "; " + remedy + ".";
    return sentence.replaceAll("\\p{Cntrl}", "?");
  }
}
