package dev.rekey.dialect.onezone;

import dev.rekey.core.delegation.IssueToken.Wish;
import dev.rekey.core.macaroon.Baked;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.dialect.Reading;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Understands what is wished of tokens. */
final class DecodeTokens {

  private static final String NOTHING_NOTED = "{}";

  private final Kinds kinds;

  DecodeTokens(Kinds kinds) {
    this.kinds = kinds;
  }

  /** A token that somebody wants to know something about, and how it was shown to them. */
  record Question(Baked token, Optional<String> address, Optional<Channel> channel) {}

  /** A token, and the conditions under which alone it is to be good. */
  record Confinement(Baked token, List<Caveat> caveats) {}

  Reading<Wish, Objection> named(JsonNode body) {
    Members members = new Members(body);
    Optional<String> name = members.required(Words.NAME, kinds::tokenName);
    Optional<List<Caveat>> caveats = members.optional(Words.CAVEATS, CaveatKinds::caveats);
    Optional<String> metadata = members.optional(Words.CUSTOM_METADATA, Kinds::json);
    Optional<Boolean> revoked = members.optional(Words.REVOKED, Kinds::flag);
    Optional<TokenType> type = members.optional(Words.TYPE, CaveatKinds::tokenType);
    return members.as(() ->
        new Wish.Named(
            name.orElseThrow(),
            type.orElse(TokenType.ACCESS),
            caveats.orElse(List.of()),
            metadata.orElse(NOTHING_NOTED),
            revoked.orElse(false)));
  }

  static Reading<Wish, Objection> temporary(JsonNode body) {
    Members members = new Members(body);
    Optional<List<Caveat>> caveats = members.optional(Words.CAVEATS, CaveatKinds::caveats);
    Optional<TokenType> type = members.optional(Words.TYPE, CaveatKinds::tokenType);
    return members.as(
        () -> new Wish.Temporary(type.orElse(TokenType.ACCESS), caveats.orElse(List.of())));
  }

  Reading<NamedToken.Edit, Objection> edit(JsonNode body) {
    Members members = new Members(body);
    members.requireOneOf(Choice.TOKEN);
    Optional<String> metadata = members.optional(Words.CUSTOM_METADATA, Kinds::json);
    Optional<String> name = members.optional(Words.NAME, kinds::tokenName);
    Optional<Boolean> revoked = members.optional(Words.REVOKED, Kinds::flag);
    return members.as(() -> new NamedToken.Edit(name, metadata, revoked));
  }

  static Reading<Baked, Objection> token(JsonNode body) {
    Members members = new Members(body);
    Optional<Baked> token = members.required(Words.TOKEN, Kinds::token);
    return members.as(token::orElseThrow);
  }

  static Reading<Question, Objection> question(JsonNode body) {
    Members members = new Members(body);
    Optional<Baked> token = members.required(Words.TOKEN, Kinds::token);
    Optional<Optional<Channel>> channel = members.optional(Words.INTERFACE, Kinds::channel);
    Optional<Optional<String>> address = members.optional(Words.PEER_IP, Kinds::address);
    return members.as(() ->
        new Question(
            token.orElseThrow(), address.flatMap(one -> one), channel.flatMap(one -> one)));
  }

  static Reading<Confinement, Objection> confinement(JsonNode body) {
    Members members = new Members(body);
    Optional<List<Caveat>> caveats = members.required(Words.CAVEATS, CaveatKinds::caveats);
    Optional<Baked> token = members.required(Words.TOKEN, Kinds::token);
    return members.as(() -> new Confinement(token.orElseThrow(), caveats.orElseThrow()));
  }
}
