package dev.rekey.core.delegation;

import dev.rekey.core.audit.Event;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.core.visit.Visit;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A named token gets another name, another note, or is taken back for a time. */
public final class EditToken {

  private final NamedTokens tokens;
  private final InstantSource clock;

  public EditToken(NamedTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What is to become of which token, and who says so. */
  public record Command(Caller by, NamedToken token, NamedToken.Edit edit, Visit visit) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Done, and on disk. */
    record Edited() implements Outcome {}

    record NotAllowed() implements Outcome {}

    /** Another token of the owner has the name. Nothing was changed. */
    record NameTaken() implements Outcome {}

    /** It has ended meanwhile. */
    record NoSuchToken() implements Outcome {}
  }

  public Outcome handle(Command command) {
    NamedToken token = command.token();
    if (!Keeper.mayKeep(command.by(), token.account())) {
      return new Outcome.NotAllowed();
    }
    Event event = new Event.TokenChanged(namesOf(command.edit()));
    return switch (tokens.revise(
        token,
        command.edit(),
        Keeper.entry(clock.instant(), command.visit(), token.account(), command.by(), event))) {
      case DONE -> new Outcome.Edited();
      case NAME_TAKEN -> new Outcome.NameTaken();
      case GONE -> new Outcome.NoSuchToken();
    };
  }

  private static List<String> namesOf(NamedToken.Edit edit) {
    return Stream.of(
            edit.name().map(_ -> "name"),
            edit.metadata().map(_ -> "metadata"),
            edit.revoked().map(on -> on ? "revoked" : "restored"))
        .flatMap(Optional::stream)
        .toList();
  }
}
