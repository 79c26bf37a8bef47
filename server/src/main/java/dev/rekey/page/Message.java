package dev.rekey.page;

import dev.rekey.http.Response;
import java.util.Optional;
import rekey.template.account.JtemessageGenerated;

/**
 * A page that only says something, and where to go from there.
 *
 * @param key of the phrases: title, text and what the link is called
 */
public record Message(Frame frame, String key, String text, Optional<String> path) {

  public static Message of(Frame frame, String key, Object... places) {
    return new Message(frame, key, frame.say(key + ".text", places), Optional.empty());
  }

  /** The same with a link onwards. */
  public Message to(String onwards) {
    return new Message(frame, key, text, Optional.of(onwards));
  }

  public Response answer(int status) {
    String act = path.isPresent() ? frame.say(key + ".act") : "";
    return Sheet.of(
        status,
        out ->
            JtemessageGenerated.render(
                out, null, frame, frame.say(key + ".title"), text, path.orElse(""), act));
  }
}
