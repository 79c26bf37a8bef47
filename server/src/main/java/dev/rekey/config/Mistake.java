package dev.rekey.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param key the key that it is about
 * @param where the file and line, or the environment variable
 * @param problem what was found and what would do; never a secret
 */
public record Mistake(String key, String where, String problem) {

  @Override
  public String toString() {
    return key + " (" + where + "): " + problem;
  }
}
