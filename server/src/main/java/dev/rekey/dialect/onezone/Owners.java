package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.steward.FindAccount;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.onezone.Gates.Guest;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the account that a path is about. Whether it is there is said first of all, to anybody;
 * then whether somebody is signed in, and may.
 */
final class Owners {

  private static final String ID = "id";

  private final FindAccount findAccount;
  private final Encode encode;

  Owners(FindAccount findAccount, Encode encode) {
    this.findAccount = findAccount;
    this.encode = encode;
  }

  /** An account, and who does something to it. */
  record Deed(Caller by, Account owner, Visit visit) {

    Handle.Hex32 whose() {
      return new Handle.Hex32(owner.ids().hex32());
    }

    boolean isOwn() {
      return by.is(whose());
    }
  }

  /** What the path says, or the caller's own where it names nobody. */
  enum Place {
    SELF,
    PATH
  }

  /** Goes on for the owner, or for somebody who may do that to others. */
  Response ownOr(
      Capability needed, Place place, Request request, Guest guest, Function<Deed, Response> next) {
    return find(needed, true, place, request, guest, next);
  }

  /** Goes on for somebody who may do that to anybody. */
  Response only(
      Capability needed, Place place, Request request, Guest guest, Function<Deed, Response> next) {
    return find(needed, false, place, request, guest, next);
  }

  private Response find(
      Capability needed,
      boolean ownerToo,
      Place place,
      Request request,
      Guest guest,
      Function<Deed, Response> next) {
    Optional<Handle.Hex32> whose =
        switch (place) {
          case SELF ->
              guest.caller().map(caller -> new Handle.Hex32(caller.account().ids().hex32()));
          case PATH -> Optional.of(new Handle.Hex32(request.parameter(ID)));
        };
    return whose
        .map(handle ->
            found(
                findAccount.handle(
                    new FindAccount.Command(
                        guest.caller(), handle, needed, ownerToo, guest.visit())),
                guest,
                next))
        .orElseGet(encode::nobody);
  }

  private Response found(FindAccount.Outcome outcome, Guest guest, Function<Deed, Response> next) {
    return switch (outcome) {
      case FindAccount.Outcome.Found(Account owner) ->
          next.apply(new Deed(guest.caller().orElseThrow(), owner, guest.visit()));
      case FindAccount.Outcome.NoSuchAccount() -> encode.answers().notFound();
      case FindAccount.Outcome.NotSignedIn() -> encode.nobody();
      case FindAccount.Outcome.NotAllowed() -> encode.forbidden();
    };
  }
}
