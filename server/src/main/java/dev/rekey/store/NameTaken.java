package dev.rekey.store;

/** Thrown where a name is another account's, so that the transaction undoes what it had done. */
final class NameTaken extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What the name was to be: email, username or uid. */
  private final String what;

  NameTaken(String what) {
    super(what + " is another account's", null, false, false);
    this.what = what;
  }

  String what() {
    return what;
  }
}
