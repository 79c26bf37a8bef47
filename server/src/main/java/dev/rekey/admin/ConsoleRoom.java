package dev.rekey.admin;

import dev.rekey.core.account.Capability;
import dev.rekey.core.proof.Caller;
import dev.rekey.page.Paths;
import java.util.List;
import java.util.stream.Stream;

/** A room of the console, in the order of the menu; who lacks its capability does not see it. */
public enum ConsoleRoom {
  OVERVIEW("overview", "/overview", Capability.VIEW_SERVER),
  ACCOUNTS("accounts", "/accounts", Capability.LIST_ACCOUNTS),
  BULK("bulk", "/bulk", Capability.ACT_IN_BULK),
  CASES("cases", "/cases", Capability.UPDATE_ACCOUNTS),
  AUDIT("audit", "/audit", Capability.VIEW_AUDIT),
  RIGHTS("rights", "/rights", Capability.VIEW_PRIVILEGES),
  SERVER("server", "/server", Capability.VIEW_SERVER),
  ADOPTION("adoption", "/adoption", Capability.VIEW_SERVER),
  LETTERS("letters", "/letters", Capability.VIEW_SERVER);

  private final String key;
  private final String path;
  private final Capability capability;

  ConsoleRoom(String key, String path, Capability capability) {
    this.key = key;
    this.path = path;
    this.capability = capability;
  }

  /** How its phrases are called. */
  public String key() {
    return key;
  }

  /** Where it lies. */
  public String path() {
    return Paths.CONSOLE + path;
  }

  boolean opensTo(Caller caller) {
    return caller.may(capability);
  }

  /** Those that open to somebody. */
  static List<ConsoleRoom> openTo(Caller caller) {
    return Stream.of(values()).filter(room -> room.opensTo(caller)).toList();
  }
}
