package dev.rekey.core.bulk;

import dev.rekey.core.account.Capability;
import java.util.Set;

/** What is done to each of many accounts. */
public sealed interface Deed {

  /**
   * The password has to be changed before anything else, and all sessions end.
   *
   * @param letters whether each owner gets a reset letter as well
   */
  record ForceChange(boolean letters) implements Deed {}

  /** All sessions and tokens end. */
  record EndSessions() implements Deed {}

  /** What somebody must be able to do to one account before they may do it to many. */
  default Set<Capability> needs() {
    return switch (this) {
      case ForceChange(boolean letters) ->
          letters
              ? Set.of(Capability.ACT_IN_BULK, Capability.UPDATE_ACCOUNTS, Capability.SEND_RESETS)
              : Set.of(Capability.ACT_IN_BULK, Capability.UPDATE_ACCOUNTS);
      case EndSessions() -> Set.of(Capability.ACT_IN_BULK, Capability.MANAGE_SESSIONS);
    };
  }

  /** Whether it can be taken back for those who have not followed it yet. */
  default boolean canBeUndone() {
    return this instanceof ForceChange;
  }

  /** As it is written down. */
  default String text() {
    return switch (this) {
      case ForceChange(boolean letters) -> letters ? "force-change-with-letters" : "force-change";
      case EndSessions() -> "end-sessions";
    };
  }
}
