package dev.rekey.core.macaroon;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token says of itself, as its identifier has it, such as {@code
 * 2/nmd/usr-<owner>/act/<id>}.
 *
 * @param subject its owner
 * @param id 32 hex digits that no other token has
 */
public record Inscription(
    Persistence persistence, Handle.Hex32 subject, TokenType type, String id) {

  private static final Pattern TEXT =
      Pattern.compile(
          "2/(?:nmd|tmp-([1-9][0-9]{0,8}))/usr-([0-9a-f]{32})/(act|idn)/([0-9a-f]{32})");

  private static final String ACCESS = "act";
  private static final String IDENTITY = "idn";

  /** The inscription of the text; empty when the text is none. */
  public static Optional<Inscription> read(String text) {
    Matcher found = TEXT.matcher(text);
    return found.matches() ? Optional.of(of(found)) : Optional.empty();
  }

  private static Inscription of(Matcher found) {
    Persistence persistence =
        Optional.ofNullable(found.group(1))
            .<Persistence>map(number -> new Persistence.Temporary(Integer.parseInt(number)))
            .orElseGet(Persistence.Named::new);
    TokenType type = found.group(3).equals(ACCESS) ? TokenType.ACCESS : TokenType.IDENTITY;
    return new Inscription(persistence, new Handle.Hex32(found.group(2)), type, found.group(4));
  }

  public String text() {
    return String.join("/", "2", persistenceText(), "usr-" + subject.value(), typeText(), id);
  }

  /** Where the grant is that the token stands on. */
  public Grant.Ref ref(AccountId owner) {
    return new Grant.Ref(owner, kind(), id);
  }

  /** Of which kind that grant is. */
  public Grant.Kind kind() {
    return switch (persistence) {
      case Persistence.Named() -> Grant.Kind.NAMED;
      case Persistence.Temporary(int _) -> Grant.Kind.TEMPORARY;
    };
  }

  private String persistenceText() {
    return switch (persistence) {
      case Persistence.Named() -> "nmd";
      case Persistence.Temporary(int generation) -> "tmp-" + generation;
    };
  }

  private String typeText() {
    return switch (type) {
      case ACCESS -> ACCESS;
      case IDENTITY -> IDENTITY;
    };
  }
}
