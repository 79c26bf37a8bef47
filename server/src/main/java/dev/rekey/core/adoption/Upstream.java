package dev.rekey.core.adoption;

import dev.rekey.core.password.Password;

/** An old system that can be asked whose a password is, and who that is. */
public interface Upstream {

  /**
   * Asks, and waits no longer than its patience. Nothing is kept of the password, whatever it says.
   *
   * @param name as somebody typed it, without control characters
   * @param password that every wire carries safely
   */
  Testimony ask(String name, Password password);

  /** How it was found of late, by this node. */
  Health health();
}
