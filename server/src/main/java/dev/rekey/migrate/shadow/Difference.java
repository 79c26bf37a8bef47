package dev.rekey.migrate.shadow;

/**
 * A place in which two answers are not alike.
 *
 * @param place such as {@code status}, {@code header location} or {@code /errors/0}
 * @param old what the old system has there
 * @param own what Rekey has there
 */
record Difference(String place, Side old, Side own) {

  /** One side of it. */
  sealed interface Side {

    /** Nothing is there. */
    record Nothing() implements Side {}

    /** What may be shown as it is: a status, the type of a value, the name of a header. */
    record Plain(String text) implements Side {}

    /** What was found, not yet fit to be shown. */
    record Found(String text) implements Side {

      /** It may be a secret. */
      @Override
      public String toString() {
        return "Found[]";
      }
    }
  }

  static Difference plain(String place, String old, String own) {
    return new Difference(place, new Side.Plain(old), new Side.Plain(own));
  }

  static Difference found(String place, String old, String own) {
    return new Difference(place, new Side.Found(old), new Side.Found(own));
  }
}
