package dev.rekey.web;

/** A room of the owner's pages, in the order of the menu. */
public enum Room {
  HOME("home", "/account"),
  PASSWORD("password", "/account/password"),
  SESSIONS("sessions", "/account/sessions"),
  ACTIVITY("activity", "/account/activity"),
  PROFILE("profile", "/account/profile");

  private final String key;
  private final String path;

  Room(String key, String path) {
    this.key = key;
    this.path = path;
  }

  /** How its phrases are called. */
  public String key() {
    return key;
  }

  /** Where it lies. */
  public String path() {
    return path;
  }
}
