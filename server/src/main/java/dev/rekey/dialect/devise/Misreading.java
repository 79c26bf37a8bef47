package dev.rekey.dialect.devise;

import java.util.List;

/** What can be wrong with the wording of a request on this wire. */
sealed interface Misreading {

  /** The body is not what its content type says. */
  record Unreadable() implements Misreading {}

  /** Nobody is named. */
  record NoName() implements Misreading {}

  /** Somebody is named, and no password is shown. */
  record NoPassword() implements Misreading {}

  /** These attributes are there and cannot be what they should. */
  record Unfit(List<Blemish> blemishes) implements Misreading {}

  /** What is wrong with one attribute. */
  record Blemish(String attribute, Want want) {}

  /** What an attribute is not. */
  enum Want {
    /** A value of its kind. */
    SENSE,
    NUMBER,
    /** Short enough to be kept. */
    BREVITY
  }
}
