package dev.rekey.migrate;

/** Somebody, or a row, that cannot be taken as it is; the message says why and holds no secret. */
final class Misfit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Misfit(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
