package dev.rekey.core.chronicle;

import dev.rekey.core.password.HashCost;
import dev.rekey.core.password.PasswordHash;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By what a password is kept.
 *
 * @param scheme such as {@code argon2id}
 * @param cost in that scheme's own terms, such as {@code m=19456,t=2,p=1}; empty where a hash does
 *     not say
 */
public record HashKind(String scheme, String cost) {

  /** Parameters or a bare number, as PHC strings and their forerunners have them. */
  private static final Pattern COST =
      Pattern.compile("(?!v=)[a-z]+=[0-9]+(,[a-z]+=[0-9]+)*|[0-9]+");

  public static HashKind of(PasswordHash hash) {
    return new HashKind(
        hash.scheme(),
        Stream.of(hash.encoded().split("\\$", -1))
            .skip(2)
            .limit(2)
            .filter(part -> COST.matcher(part).matches())
            .findFirst()
            .orElse(""));
  }

  /** What new hashes are. */
  public static HashKind of(HashCost cost) {
    return new HashKind("argon2id", cost.text());
  }
}
