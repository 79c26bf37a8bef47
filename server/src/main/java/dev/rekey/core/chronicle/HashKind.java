package dev.rekey.core.chronicle;

import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.PasswordHash;

/**
 * By what a password is kept.
 *
 * @param scheme such as {@code argon2id}
 * @param cost in that scheme's own terms, such as {@code m=19456,t=2,p=1}; empty where a hash does
 *     not say
 */
public record HashKind(String scheme, String cost) {

  public static HashKind of(PasswordHash hash) {
    return new HashKind(hash.scheme(), hash.cost());
  }

  /** What new hashes are. */
  public static HashKind of(HashCost cost) {
    return new HashKind("argon2id", cost.text());
  }
}
