package dev.rekey.config;

import dev.rekey.core.account.Realm;
import java.util.Optional;

/** A wire at its place: which dialect is spoken where, for whom, and with which switches. */
public sealed interface MountConfig
    permits DeviseMount, OcariotMount, OnezoneMount, TokenAuthMount, OwnMount {

  /** What stands after {@code mounts.} in its keys. */
  String name();

  /** False for a mount that is not to be there. */
  boolean enabled();

  /** Where its paths begin, without a slash at the end. */
  String prefix();

  /** Whose accounts it speaks for. */
  Realm realm();

  /** The old system behind it, which vouches for people at their first sign-in. */
  default Optional<OldSystem> upstream() {
    return Optional.empty();
  }

  /** What a new password must be on this wire. */
  Configuration.Policy policy();
}
