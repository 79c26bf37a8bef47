package dev.rekey.core.roster;

/** The name of a group on the wires: 24 lower-case hex digits, unique among its owner's. */
public record GroupId(String hex24) {

  /** How many random bytes make one. */
  public static final int BYTES = 12;

  public GroupId {
    Hex.require24(hex24);
  }
}
