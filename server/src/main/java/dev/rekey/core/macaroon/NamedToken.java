package dev.rekey.core.macaroon;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an owner knows of a token that has a name. The token itself is not kept: it is made again.
 *
 * @param id 32 hex digits
 * @param name unique among the owner's
 * @param metadata what the owner notes on it: a JSON object as text
 * @param revoked it admits nobody for as long as this is so
 */
public record NamedToken(
    String id,
    AccountId account,
    String name,
    TokenType type,
    List<Caveat> caveats,
    String metadata,
    boolean revoked,
    Instant createdAt) {

  public NamedToken {
    caveats = List.copyOf(caveats);
  }

  /** Where the grant is that it stands on. */
  public Grant.Ref ref() {
    return new Grant.Ref(account, Grant.Kind.NAMED, id);
  }

  public Inscription inscription(Handle.Hex32 owner) {
    return new Inscription(new Persistence.Named(), owner, type, id);
  }

  /** What is to become of it; what is empty stays as it is. */
  public record Edit(Optional<String> name, Optional<String> metadata, Optional<Boolean> revoked) {}

  public NamedToken with(Edit edit) {
    return new NamedToken(
        id,
        account,
        edit.name().orElse(name),
        type,
        caveats,
        edit.metadata().orElse(metadata),
        edit.revoked().orElse(revoked),
        createdAt);
  }
}
