package dev.rekey.store;

/** Thrown where an institution is gone, so that the transaction undoes what it had done. */
final class InstitutionMissing extends RuntimeException {

  private static final long serialVersionUID = 1;

  InstitutionMissing() {
    super("no such institution", null, false, false);
  }
}
