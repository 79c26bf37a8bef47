package dev.rekey.migrate.upstream;

import java.util.Map;

/** A few requests to one old system, which all have to be answered within the same patience. */
interface Call {

  /**
   * Asks for what lies there.
   *
   * @param path behind the place where the wire's paths begin
   * @throws Unanswered when there is no answer in time
   */
  Reply get(String path, Map<String, String> fields);

  /** The same with a JSON body. */
  Reply post(String path, byte[] body);

  /** Signs out there of what was opened by asking, later and without waiting; it may not happen. */
  void leave(String path, Map<String, String> fields);
}
