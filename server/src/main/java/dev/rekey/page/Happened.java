package dev.rekey.page;

/** What happened, in words: a trail may hold what another version of the server wrote. */
public final class Happened {

  private Happened() {}

  /**
   * The event in the reader's language.
   *
   * @param event the event's name, such as {@code password-changed}
   */
  public static String said(Frame frame, String event) {
    String key = "event." + event;
    return frame.phrases().keys().contains(key)
        ? frame.say(key)
        : frame.say("activity.other", event);
  }
}
