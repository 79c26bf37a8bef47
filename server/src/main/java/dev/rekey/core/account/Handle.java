package dev.rekey.core.account;

/** How a wire points at an account. */
public sealed interface Handle {

  /**
   * The number of the Devise family; never confused with java.lang.Number, which has no place here.
   */
  @SuppressWarnings("AvoidCommonTypeNames")
  record Number(long value) implements Handle {}

  record Hex24(String value) implements Handle {}

  record Hex32(String value) implements Handle {}

  /** True when these are the ids that this handle points at. */
  default boolean pointsAt(WireIds ids) {
    return switch (this) {
      case Number(long value) -> value == ids.number();
      case Hex24(String value) -> value.equals(ids.hex24());
      case Hex32(String value) -> value.equals(ids.hex32());
    };
  }
}
