package dev.rekey.core.bulk;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.HashCost;

/** Which accounts a deed is meant for. */
public sealed interface Target {

  /** All of all realms. */
  record Everybody() implements Target {}

  record OfRealm(Realm realm) implements Target {}

  /** Those of a role, in all realms. */
  record OfRole(Role role) implements Target {}

  /** Those whose hash costs less than that, or is of another scheme than Argon2id. */
  record WeakHashes(HashCost least) implements Target {}

  /** Those whose hash is of another scheme than Argon2id, whatever it costs. */
  record OtherSchemes() implements Target {}

  /** As it is written down. */
  default String text() {
    return switch (this) {
      case Everybody() -> "everybody";
      case OfRealm(Realm realm) -> "realm " + realm.name();
      case OfRole(Role role) -> "role " + role.name();
      case WeakHashes(HashCost least) ->
          "hashes below m=%d,t=%d,p=%d".formatted(least.memoryKiB(), least.passes(), least.lanes());
      case OtherSchemes() -> "hashes of other schemes";
    };
  }
}
