package dev.rekey.crossing;

import java.util.Optional;

/** One wire, as its client uses it. */
interface Side {

  /** Makes an account in this wire's own way and says how to sign in to it. */
  Person make(String nick);

  /** Signs in and keeps the session; empty when refused. */
  Optional<Session> signIn(Person person);

  /** Whether the session still admits. */
  boolean admits(Session session);

  /** Changes the password; whether that was answered as done. */
  boolean change(Session session, String current, String next);
}
