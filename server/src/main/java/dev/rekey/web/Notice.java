package dev.rekey.web;

/**
 * What a page says about what was just done or refused.
 *
 * @param manner how it looks: {@code bad}, {@code warn}, or nothing for good news
 * @param text empty when there is nothing to say
 */
public record Notice(String manner, String text) {

  static Notice none() {
    return new Notice("", "");
  }

  static Notice good(String text) {
    return new Notice("", text);
  }

  static Notice bad(String text) {
    return new Notice("bad", text);
  }

  static Notice warning(String text) {
    return new Notice("warn", text);
  }

  /** An alert is read out at once, a status when there is time. */
  public String role() {
    return manner.equals("bad") ? "alert" : "status";
  }
}
