package dev.rekey.core.roster;

import java.util.Optional;

/** The name of an institution on the wires: 24 lower-case hex digits, unique within its realm. */
public record InstitutionId(String hex24) {

  /** How many random bytes make one. */
  public static final int BYTES = 12;

  public InstitutionId {
    Hex.require24(hex24);
  }

  /** The id that these digits are, if they are one. */
  public static Optional<InstitutionId> read(String digits) {
    return Hex.is24(digits) ? Optional.of(new InstitutionId(digits)) : Optional.empty();
  }
}
