package dev.rekey.bench.wire;

/**
 * What somebody keeps after a sign-in.
 *
 * @param fields the header fields that a request shows, each with its line's end
 * @param id the account's, as the wire shows it
 */
public record Session(String fields, String id) {

  static Session bearer(String token, String id) {
    return new Session("authorization: Bearer " + token + "\r\n", id);
  }
}
