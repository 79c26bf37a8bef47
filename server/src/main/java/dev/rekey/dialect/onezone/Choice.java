package dev.rekey.dialect.onezone;

import java.util.List;

/**
 * Members of a request of which at least one has to be there. The original prints such a list as
 * its runtime does, which breaks long ones.
 */
enum Choice {
  NAMES("fullName,|username"),
  BASIC_AUTH("basicAuthEnabled,|newPassword"),
  PRIVILEGES("grant,revoke"),
  TOKEN("customMetadata,|name,revoked");

  private static final String INDENT = " ".repeat(49);

  private final String layout;

  /**
   * @param layout the keys as they are printed, with a bar where a new line begins
   */
  Choice(String layout) {
    this.layout = layout;
  }

  List<String> keys() {
    return List.of(layout.replace("|", "").split(",", -1));
  }

  /** The list as the original prints it up to 21.02. */
  String printed() {
    return '[' + layout.replaceAll("\\w+", "<<\"$0\">>").replace("|", '\n' + INDENT) + ']';
  }
}
