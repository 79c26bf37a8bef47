package dev.rekey.migrate.upstream;

import dev.rekey.core.adoption.Testimony;

/** Somebody who asks in the words of one wire. */
public interface Speaker {

  /**
   * Asks whose the name and the password are.
   *
   * @param password as it was typed, lent for as long as this takes
   * @throws Unanswered when it is neither yes nor no
   */
  Testimony ask(Call call, String name, byte[] password);
}
