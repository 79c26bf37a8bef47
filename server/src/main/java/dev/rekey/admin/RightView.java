package dev.rekey.admin;

import dev.rekey.core.account.Capability;
import dev.rekey.page.Frame;
import java.util.List;
import java.util.Locale;

/**
 * One thing that may be done, and who may.
 *
 * @param sentence what it is
 * @param roles whether each of the page's roles may
 */
public record RightView(String sentence, List<Boolean> roles) {

  public RightView {
    roles = List.copyOf(roles);
  }

  /** What somebody may who has the capability, in the reader's language. */
  static String sentence(Frame frame, Capability capability) {
    return frame.say("right." + capability.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
