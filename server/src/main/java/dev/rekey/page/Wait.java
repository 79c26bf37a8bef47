package dev.rekey.page;

import java.time.Duration;

/** How long somebody has to wait, in words. */
public final class Wait {

  private static final int SECONDS_OF_A_MINUTE = 60;

  private Wait() {}

  public static String said(Frame frame, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return seconds < 2 * SECONDS_OF_A_MINUTE
        ? frame.say("wait.seconds", seconds)
        : frame.say("wait.minutes", (seconds + SECONDS_OF_A_MINUTE - 1) / SECONDS_OF_A_MINUTE);
  }
}
