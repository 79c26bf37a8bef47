package dev.rekey.core.chronicle;

import dev.rekey.core.audit.Event;
import java.util.Map;
import java.util.Optional;

/** Something that is counted. */
public enum Happening {
  SIGNED_IN,
  SIGN_IN_FAILED,
  /** A letter with a way back in was asked for. */
  RESET_ASKED,
  /** A password was set by such a letter. */
  RESET_DONE,
  PASSWORD_CHANGED,
  /** Somebody was told to come again, for there was too much to hash. */
  SHED,
  /** Somebody was told to wait, after too many tries or letters. */
  SENT_AWAY;

  private static final Map<Class<? extends Event>, Happening> BY_EVENT =
      Map.of(
          Event.SignedIn.class, SIGNED_IN,
          Event.SignInFailed.class, SIGN_IN_FAILED,
          Event.ResetRequested.class, RESET_ASKED,
          Event.PasswordReset.class, RESET_DONE,
          Event.PasswordChanged.class, PASSWORD_CHANGED);

  /** What the event is counted as, if it is. */
  public static Optional<Happening> of(Event event) {
    return Optional.ofNullable(BY_EVENT.get(event.getClass()));
  }
}
