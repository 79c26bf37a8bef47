package dev.rekey.admin;

/**
 * A key of the configuration with the value that holds.
 *
 * @param value never a secret's own text
 * @param origin such as {@code line 3 of rekey.yaml} or {@code default}
 */
public record SettingView(String key, String value, String origin) {

  String group() {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  /** Whether somebody chose it. */
  public boolean isChosen() {
    return !origin.equals("default");
  }
}
