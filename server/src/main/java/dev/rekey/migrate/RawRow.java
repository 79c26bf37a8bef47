package dev.rekey.migrate;

import java.util.Map;

/** One row of a file, before anybody has looked for people in it. */
sealed interface RawRow {

  /** Where it stands among the rows, counted from one. */
  long place();

  /** The line on which it begins. */
  long line();

  /** One that could be read. */
  record Whole(long place, long line, Map<String, Object> fields) implements RawRow {}

  /**
   * One that could not.
   *
   * @param why in words, without what stood there
   */
  record Broken(long place, long line, String why) implements RawRow {}
}
