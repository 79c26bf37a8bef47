package dev.rekey.bench.wire;

import java.io.IOException;
import java.util.List;

/**
 * One of the five APIs, as its client uses it. Every answer is looked at, and one that is not as it
 * should be is a {@link WrongAnswer}.
 */
public interface Wire {

  /** The dialect's name. */
  String name();

  /** The request that signs in. */
  Ask signIn(Person person);

  /** What the answer to it brought. */
  Session signedIn(Person person, Answer answer);

  /** Signs in. */
  default Session signIn(HttpLine line, Person person) throws IOException {
    return signedIn(person, line.send(signIn(person)));
  }

  /** Signs in and keeps a session, also where a sign-in makes none. */
  default Session settle(HttpLine line, Person person) throws IOException {
    return signIn(line, person);
  }

  /** Asks for something that needs a good session and no password; the session from then on. */
  Session check(HttpLine line, Person person, Session session) throws IOException;

  /** Changes the password to the person's next one; the session from then on. */
  Session change(HttpLine line, Person person, Session session) throws IOException;

  /** Sets the person's next password without the present one; the session but says who it is. */
  void reset(HttpLine line, Person person, Session session, Desk desk) throws IOException;

  /** Whether a reset is a steward's work here, or the owner's with a letter. */
  default boolean resetNeedsSteward() {
    return false;
  }

  /** All five. */
  static List<Wire> all() {
    return List.of(
        new DeviseWire(), new TokenAuthWire(), new OcariotWire(), new OnezoneWire(), new OwnWire());
  }
}
