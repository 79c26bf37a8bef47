package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Account;
import dev.rekey.core.delegation.EditToken;
import dev.rekey.core.delegation.EndTokens;
import dev.rekey.core.delegation.IssueToken;
import dev.rekey.core.delegation.ListTokens;
import dev.rekey.core.delegation.SeeGeneration;
import dev.rekey.core.delegation.VerifyToken;
import dev.rekey.core.macaroon.Baked;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Ipv4Range;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.Persistence;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.proof.MacaroonFlaw;
import dev.rekey.http.Json;
import dev.rekey.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what came of what was done with tokens. */
final class EncodeTokens {

  private final Encode encode;
  private final Answers answers;
  private final String location;

  /**
   * @param location where the named tokens are, for whoever made one
   */
  EncodeTokens(Encode encode, String location) {
    this.encode = encode;
    this.answers = encode.answers();
    this.location = location;
  }

  /** A token was shown as a credential, and is none. */
  Response stranger(MacaroonFlaw flaw) {
    return answers.unauthorized(error(flaw, TokenType.ACCESS));
  }

  /** Somebody asked about a token, and it is not good. */
  private Response flawed(MacaroonFlaw flaw, TokenType wanted) {
    return answers.error(400, error(flaw, wanted));
  }

  private ObjectNode error(MacaroonFlaw flaw, TokenType wanted) {
    return switch (flaw) {
      case MacaroonFlaw.Unreadable() -> answers.errorOf(Words.BAD_TOKEN);
      case MacaroonFlaw.NotGood() -> answers.errorOf(Words.TOKEN_INVALID);
      case MacaroonFlaw.Revoked() -> answers.errorOf(TokenWords.TOKEN_REVOKED);
      case MacaroonFlaw.OwnerDisabled() -> answers.errorOf(Words.USER_BLOCKED);
      case MacaroonFlaw.OfType(TokenType type) ->
          answers.errorOf(
              switch (wanted) {
                case ACCESS -> TokenWords.NOT_AN_ACCESS_TOKEN;
                case IDENTITY -> TokenWords.NOT_AN_IDENTITY_TOKEN;
              },
              Answers.object().set("received", type(type)));
      case MacaroonFlaw.Unmet(Caveat caveat) ->
          answers.errorOf(TokenWords.unmet(caveat), Answers.object().set("caveat", caveat(caveat)));
      case MacaroonFlaw.UnknownCaveat(String text) ->
          answers.errorOf(TokenWords.TOKEN_CAVEAT_UNKNOWN, Answers.object().put("caveat", text));
    };
  }

  private static ObjectNode type(TokenType type) {
    ObjectNode object = Answers.object();
    object.putObject(
        switch (type) {
          case ACCESS -> Words.ACCESS_TOKEN;
          case IDENTITY -> Words.IDENTITY_TOKEN;
        });
    return object;
  }

  private static JsonNode caveat(Caveat caveat) {
    return switch (caveat) {
      case Caveat.Time(long validUntil) ->
          Answers.object().put(Words.TYPE, Words.TIME).put(Words.VALID_UNTIL, validUntil);
      case Caveat.Ip(List<Ipv4Range> whitelist) -> {
        ObjectNode ip = Answers.object().put(Words.TYPE, Words.IP);
        whitelist.stream().map(Ipv4Range::text).forEach(ip.putArray(Words.WHITELIST)::add);
        yield ip;
      }
      case Caveat.Through(Channel channel) ->
          Answers.object().put(Words.TYPE, Words.INTERFACE).put(Words.INTERFACE, channel.text());
    };
  }

  private static ObjectNode subject(String id) {
    return Answers.object().put("type", "user").put("id", id);
  }

  Response namedMade(IssueToken.Outcome outcome) {
    return made(
        outcome,
        done ->
            answers
                .json(
                    201,
                    Answers.object().put(Words.TOKEN_ID, done.id()).put(Words.TOKEN, done.token()))
                .with(Words.LOCATION, location + '/' + done.id()));
  }

  Response temporaryMade(IssueToken.Outcome outcome) {
    return made(outcome, done -> token(201, done));
  }

  Response clientTokenMade(IssueToken.Outcome outcome) {
    return made(outcome, done -> token(200, done));
  }

  private Response token(int status, IssueToken.Outcome.Done done) {
    return answers.json(status, Answers.object().put(Words.TOKEN, done.token()));
  }

  private Response made(
      IssueToken.Outcome outcome, Function<IssueToken.Outcome.Done, Response> whenDone) {
    return switch (outcome) {
      case IssueToken.Outcome.Done done -> whenDone.apply(done);
      case IssueToken.Outcome.NotAllowed() -> answers.forbidden();
      case IssueToken.Outcome.NameTaken() -> answers.occupied(Words.NAME);
      case IssueToken.Outcome.EndNeeded(Duration longest) ->
          answers.error(
              400,
              TokenWords.TOKEN_TIME_CAVEAT_REQUIRED,
              Answers.object().put("maxTtl", longest.toSeconds()));
      case IssueToken.Outcome.TooMany(int most) ->
          encode.limitReached(400, most, "named tokens of a user");
      case IssueToken.Outcome.Disabled() -> answers.error(400, Words.USER_BLOCKED);
      case IssueToken.Outcome.Overtaken() -> answers.overtaken();
    };
  }

  Response listed(ListTokens.Outcome outcome) {
    return switch (outcome) {
      case ListTokens.Outcome.Listed(List<NamedToken> tokens) ->
          tokens(tokens.stream().map(NamedToken::id).toList());
      case ListTokens.Outcome.ListedIds(List<String> ids) -> tokens(ids);
      case ListTokens.Outcome.NotAllowed() -> answers.forbidden();
    };
  }

  /** Ids, or for older clients the tokens themselves. */
  Response tokens(List<String> all) {
    ObjectNode tokens = Answers.object();
    all.forEach(tokens.putArray("tokens")::add);
    return answers.json(200, tokens);
  }

  /** A named token with all that its owner knows of it. */
  Response token(NamedToken token, Account owner, String text) {
    ObjectNode shown = Answers.object().put("id", token.id()).put(Words.NAME, token.name());
    shown.set("subject", subject(owner.ids().hex32()));
    shown.set(Words.TYPE, type(token.type()));
    ArrayNode caveats = shown.putArray(Words.CAVEATS);
    token.caveats().forEach(caveat -> caveats.add(caveat(caveat)));
    shown
        .putObject("metadata")
        .put("creationTime", token.createdAt().getEpochSecond())
        .set("custom", metadata(token));
    shown.put(Words.REVOKED, token.revoked()).put(Words.TOKEN, text);
    return answers.json(200, shown);
  }

  private static JsonNode metadata(NamedToken token) {
    return switch (Json.parse(token.metadata().getBytes(StandardCharsets.UTF_8))) {
      case Json.Parsed.Value(JsonNode node) -> node;
      case Json.Parsed.Unreadable() ->
          throw new IllegalStateException("no JSON is noted on the token " + token.id());
    };
  }

  Response status(NamedToken token) {
    return answers.json(200, Answers.object().put(Words.REVOKED, token.revoked()));
  }

  Response edited(EditToken.Outcome outcome) {
    return switch (outcome) {
      case EditToken.Outcome.Edited() -> answers.empty(204);
      case EditToken.Outcome.NotAllowed() -> answers.forbidden();
      case EditToken.Outcome.NameTaken() -> answers.occupied(Words.NAME);
      case EditToken.Outcome.NoSuchToken() -> answers.notFound();
    };
  }

  Response ended(EndTokens.Outcome outcome) {
    return switch (outcome) {
      case EndTokens.Outcome.Ended() -> answers.empty(204);
      case EndTokens.Outcome.NotAllowed() -> answers.forbidden();
      case EndTokens.Outcome.NoSuchToken() -> answers.notFound();
    };
  }

  Response generation(SeeGeneration.Outcome outcome) {
    return switch (outcome) {
      case SeeGeneration.Outcome.Seen(int generation) ->
          answers.json(200, Answers.object().put("generation", generation));
      case SeeGeneration.Outcome.NotAllowed() -> answers.forbidden();
    };
  }

  Response verified(VerifyToken.Outcome outcome, TokenType wanted) {
    return switch (outcome) {
      case VerifyToken.Outcome.Good(Account owner, Optional<Long> secondsLeft) -> {
        ObjectNode good = Answers.object();
        good.set("subject", subject(owner.ids().hex32()));
        secondsLeft.ifPresentOrElse(seconds -> good.put("ttl", seconds), () -> good.putNull("ttl"));
        yield answers.json(200, good);
      }
      case VerifyToken.Outcome.Flawed(MacaroonFlaw flaw) -> flawed(flaw, wanted);
    };
  }

  /** What a token says of itself, whether it is true or not. */
  Response examined(Baked token) {
    ObjectNode said =
        Answers.object()
            .put("onezoneDomain", token.macaroon().location())
            .put("id", token.inscription().id())
            .put("persistence", persistence(token.inscription().persistence()));
    said.set("subject", subject(token.inscription().subject().value()));
    said.set(Words.TYPE, type(token.inscription().type()));
    ArrayNode caveats = said.putArray(Words.CAVEATS);
    token.macaroon().caveats().stream()
        .map(text -> Caveat.read(text).map(EncodeTokens::caveat).orElseGet(() -> unknown(text)))
        .forEach(caveats::add);
    return answers.json(200, said);
  }

  private static String persistence(Persistence persistence) {
    return switch (persistence) {
      case Persistence.Named() -> "named";
      case Persistence.Temporary(int _) -> "temporary";
    };
  }

  /** A condition that this server does not know, as it is written. */
  private static JsonNode unknown(String text) {
    return Answers.object().put(Words.TYPE, text);
  }

  Response confined(Baked token) {
    return answers.json(200, Answers.object().put(Words.TOKEN, token.text()));
  }
}
