package dev.rekey.core.delegation;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.Event;
import dev.rekey.core.macaroon.Baked;
import dev.rekey.core.macaroon.Bakery;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Inscription;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.Persistence;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** An owner, or a steward for one, gets a token that programs can use. */
public final class IssueToken {

  private static final int ID_BYTES = 16;
  private static final int SUFFIX_BYTES = 3;
  private static final Duration YEAR = Duration.ofDays(365);

  /** Colons have no place in a name. */
  private static final DateTimeFormatter CLIENT_NAME =
      DateTimeFormatter.ofPattern("'access token 'uuuu-MM-dd'T'HH.mm.ss'Z '")
          .withZone(ZoneOffset.UTC);

  private final NamedTokens tokens;
  private final Bakery bakery;
  private final Mint mint;
  private final Rules rules;
  private final InstantSource clock;

  public IssueToken(
      NamedTokens tokens, Bakery bakery, Mint mint, Rules rules, InstantSource clock) {
    this.tokens = tokens;
    this.bakery = bakery;
    this.mint = mint;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What a mount sets.
   *
   * @param longestTemporary how far ahead the end of a temporary token may lie
   * @param most how many named and how many temporary tokens an account may have
   */
  public record Rules(Duration longestTemporary, int most) {}

  /** Who wants what, for whom. */
  public record Command(Caller by, Account owner, Wish wish, Visit visit) {}

  /** The token as wished. */
  public sealed interface Wish {

    /**
     * One that lasts, under a name of its own.
     *
     * @param metadata a JSON object as text
     * @param revoked whether it is to admit nobody yet
     */
    record Named(
        String name, TokenType type, List<Caveat> caveats, String metadata, boolean revoked)
        implements Wish {}

    record Temporary(TokenType type, List<Caveat> caveats) implements Wish {}

    /** A named one for a year, by a name of our choice: what older clients ask for. */
    record ForClient() implements Wish {}
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk. */
    record Done(String id, String token) implements Outcome {
      @Override
      public String toString() {
        return "Done[" + id + ']';
      }
    }

    record NotAllowed() implements Outcome {}

    record NameTaken() implements Outcome {}

    /** The owner is disabled, and its tokens admit nobody. */
    record Disabled() implements Outcome {}

    /** A temporary token needs an end, and not later than this from now. */
    record EndNeeded(Duration longest) implements Outcome {}

    /** The account has as many as it may. */
    record TooMany(int most) implements Outcome {}

    /** The account was changed, disabled or deleted meanwhile; nothing was issued. */
    record Overtaken() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!Keeper.mayKeep(command.by(), command.owner().id())) {
      return new Outcome.NotAllowed();
    }
    if (command.owner().closed()) {
      return new Outcome.Disabled();
    }
    Instant now = clock.instant();
    return switch (command.wish()) {
      case Wish.Named named -> named(command, named, now);
      case Wish.Temporary temporary -> temporary(command, temporary, now);
      case Wish.ForClient() -> named(command, forClient(now), now);
    };
  }

  private Wish.Named forClient(Instant now) {
    Caveat end = new Caveat.Time(now.plus(YEAR).getEpochSecond());
    String name = CLIENT_NAME.format(now) + mint.hex(SUFFIX_BYTES);
    return new Wish.Named(name, TokenType.ACCESS, List.of(end), "{}", false);
  }

  /**
   * For oneself the password's version with which one proved to be it: who was overtaken by a
   * change of the password gets nothing.
   */
  private static long provenVersion(Command command) {
    Account caller = command.by().account();
    Account proven = caller.id().equals(command.owner().id()) ? caller : command.owner();
    return proven.credential().version();
  }

  private Outcome named(Command command, Wish.Named wish, Instant now) {
    Account owner = command.owner();
    NamedToken token =
        new NamedToken(
            mint.hex(ID_BYTES),
            owner.id(),
            wish.name(),
            wish.type(),
            wish.caveats(),
            wish.metadata(),
            wish.revoked(),
            now);
    return switch (tokens.create(
        token,
        grant(token.ref(), wish.caveats(), command.visit(), now),
        provenVersion(command),
        rules.most(),
        Keeper.entry(
            now, command.visit(), owner.id(), command.by(), new Event.TokenIssued("named")))) {
      case DONE -> new Outcome.Done(token.id(), text(token, owner));
      case NAME_TAKEN -> new Outcome.NameTaken();
      case TOO_MANY -> new Outcome.TooMany(rules.most());
      case OVERTAKEN -> new Outcome.Overtaken();
    };
  }

  private String text(NamedToken token, Account owner) {
    Handle.Hex32 subject = new Handle.Hex32(owner.ids().hex32());
    return bakery.bake(token.inscription(subject), token.caveats()).text();
  }

  private Outcome temporary(Command command, Wish.Temporary wish, Instant now) {
    if (!endsSoon(wish.caveats(), now)) {
      return new Outcome.EndNeeded(rules.longestTemporary());
    }
    Account owner = command.owner();
    String id = mint.hex(ID_BYTES);
    return tokens
        .issue(
            owner.id(),
            provenVersion(command),
            rules.most(),
            Keeper.entry(
                now, command.visit(), owner.id(), command.by(), new Event.TokenIssued("temporary")),
            generation -> issue(command, wish, id, generation, now))
        .<Outcome>map(issued -> new Outcome.Done(id, issued.token()))
        .orElseGet(Outcome.Overtaken::new);
  }

  private Issued issue(
      Command command, Wish.Temporary wish, String id, int generation, Instant now) {
    Account owner = command.owner();
    Inscription inscription =
        new Inscription(
            new Persistence.Temporary(generation),
            new Handle.Hex32(owner.ids().hex32()),
            wish.type(),
            id);
    Baked token = bakery.bake(inscription, wish.caveats());
    return new Issued(
        grant(inscription.ref(owner.id()), wish.caveats(), command.visit(), now), token.text());
  }

  private boolean endsSoon(List<Caveat> caveats, Instant now) {
    long latest = now.plus(rules.longestTemporary()).getEpochSecond();
    return Caveat.earliest(caveats).filter(end -> end.validUntil() <= latest).isPresent();
  }

  private static Grant grant(Grant.Ref ref, List<Caveat> caveats, Visit visit, Instant now) {
    return new Grant(
        ref,
        visit.wire(),
        Optional.empty(),
        now,
        Caveat.endOf(caveats),
        visit.origin().agent(),
        visit.origin().address());
  }
}
