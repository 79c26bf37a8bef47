package dev.rekey.admin;

import dev.rekey.page.Field;
import dev.rekey.page.Frame;

/** The field in which an act at the console is explained; the audit trail keeps what it says. */
final class Reason {

  private Reason() {}

  static Field field(Frame frame, String typed) {
    return Field.text("why", frame.say("reason.label"), "off", typed)
        .withHint(frame.say("reason.hint"));
  }

  /** The same after it was left empty. */
  static Field missing(Frame frame, String typed) {
    return field(frame, typed).withWrong(frame.say("reason.blank"));
  }
}
