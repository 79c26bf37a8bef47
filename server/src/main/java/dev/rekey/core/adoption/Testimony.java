package dev.rekey.core.adoption;

import java.time.Duration;

/** What an old system says of a name and its password. */
public sealed interface Testimony {

  /** They belong together, and this is who it is. */
  record Vouched(Newcomer newcomer) implements Testimony {}

  /** They do not, or whoever it is may not come in there. */
  record Refused() implements Testimony {}

  /** It says nothing, or nothing that can be understood; nobody knows whose the password is. */
  record Unreachable(Duration retryAfter) implements Testimony {}
}
