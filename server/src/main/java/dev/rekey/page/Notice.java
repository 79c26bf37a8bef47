package dev.rekey.page;

/**
 * What a page says about what was just done or refused.
 *
 * @param manner how it looks: {@code bad}, {@code warn}, or nothing for good news
 * @param text empty when there is nothing to say
 */
public record Notice(String manner, String text) {

  public static Notice none() {
    return new Notice("", "");
  }

  public static Notice good(String text) {
    return new Notice("", text);
  }

  public static Notice bad(String text) {
    return new Notice("bad", text);
  }

  public static Notice warning(String text) {
    return new Notice("warn", text);
  }

  /** An alert is read out at once, a status when there is time. */
  public String role() {
    return manner.equals("bad") ? "alert" : "status";
  }
}
