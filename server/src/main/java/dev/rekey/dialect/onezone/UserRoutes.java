package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.password.Password;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.ListAccounts;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.Steward;
import dev.rekey.dialect.onezone.DecodeUsers.BasicAuth;
import dev.rekey.dialect.onezone.DecodeUsers.NewUser;
import dev.rekey.dialect.onezone.Gates.Known;
import dev.rekey.dialect.onezone.Owners.Deed;
import dev.rekey.dialect.onezone.Owners.Place;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stewards do to users: {@code /users}. */
final class UserRoutes {

  private final OnezoneDialect.Settings settings;
  private final Gates gates;
  private final Owners owners;
  private final OnezoneDialect.StewardDeeds deeds;
  private final CancelAccount cancelAccount;
  private final EncodeUsers encode;
  private final DecodeUsers decode;

  UserRoutes(
      OnezoneDialect.Settings settings,
      Gates gates,
      Owners owners,
      OnezoneDialect.StewardDeeds deeds,
      CancelAccount cancelAccount,
      EncodeUsers encode,
      DecodeUsers decode) {
    this.settings = settings;
    this.gates = gates;
    this.owners = owners;
    this.deeds = deeds;
    this.cancelAccount = cancelAccount;
    this.encode = encode;
    this.decode = decode;
  }

  List<Route> routes(String prefix) {
    return List.of(
        new Route("POST", prefix + "/users", this::create),
        new Route("GET", prefix + "/users", this::list),
        new Route("GET", prefix + "/users/{id}", this::show),
        new Route("DELETE", prefix + "/users/{id}", this::delete),
        new Route("PATCH", prefix + "/users/{id}/basic_auth", this::changeBasicAuth),
        new Route("PATCH", prefix + "/users/{id}/access_block", this::block));
  }

  private static Steward steward(Deed deed) {
    return new Steward.Administrator(deed.by());
  }

  private Response list(Request request) {
    return gates.pass(request, guest -> gates.known(guest, this::list));
  }

  private Response list(Known known) {
    Steward by = new Steward.Administrator(known.caller());
    return encode.listed(deeds.listAccounts().handle(new ListAccounts.Command(by, known.visit())));
  }

  private Response create(Request request) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            gates.allowed(
                guest,
                Capability.CREATE_ACCOUNTS,
                known -> gates.reading(decode.newUser(body), wish -> create(known, wish))));
  }

  private Response create(Known known, NewUser wish) {
    try {
      return encode.created(deeds.createAccount().handle(command(known, wish)), wish);
    } finally {
      wish.forget();
    }
  }

  private CreateAccount.Command command(Known known, NewUser wish) {
    return new CreateAccount.Command(
        new Steward.Administrator(known.caller()),
        logins(wish),
        settings.newRole(),
        new Profile(
            wish.fullName().map(name -> Map.of(Words.PROFILE_FULL_NAME, name)).orElse(Map.of())),
        wish.password(),
        wish.password().isPresent(),
        CreateAccount.Ids.fresh(),
        known.visit());
  }

  /** Whoever has no name gets one that nobody knows. */
  private Logins logins(NewUser wish) {
    return wish.username().isPresent()
        ? Logins.of(Optional.empty(), wish.username())
        : new Logins(Optional.empty(), Optional.empty(), Optional.of(deeds.uids().get()));
  }

  private Response show(Request request) {
    return gates.pass(
        request,
        guest ->
            owners.ownOr(
                Capability.VIEW_ACCOUNTS,
                Place.PATH,
                request,
                guest,
                deed -> encode.user(deed.owner())));
  }

  private Response delete(Request request) {
    return gates.pass(
        request,
        guest ->
            owners.ownOr(Capability.DELETE_ACCOUNTS, Place.PATH, request, guest, this::delete));
  }

  private Response delete(Deed deed) {
    return deed.isOwn()
        ? encode.cancelled(cancelAccount.handle(new CancelAccount.Command(deed.by(), deed.visit())))
        : encode.deleted(
            deeds
                .deleteAccount()
                .handle(new DeleteAccount.Command(steward(deed), deed.whose(), deed.visit())));
  }

  private Response block(Request request) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            owners.only(
                Capability.UPDATE_ACCOUNTS,
                Place.PATH,
                request,
                guest,
                deed -> gates.reading(decode.blocked(body), blocked -> block(deed, blocked))));
  }

  private Response block(Deed deed, boolean blocked) {
    return encode.blocked(
        deeds
            .disableAccount()
            .handle(
                new DisableAccount.Command(steward(deed), deed.whose(), blocked, deed.visit())));
  }

  private Response changeBasicAuth(Request request) {
    return gates.passWithBody(
        request,
        (guest, body) ->
            owners.only(
                Capability.SET_PASSWORDS,
                Place.PATH,
                request,
                guest,
                deed ->
                    gates.reading(decode.basicAuth(body), wish -> changeBasicAuth(deed, wish))));
  }

  private Response changeBasicAuth(Deed deed, BasicAuth wish) {
    try {
      return wish.next()
          .map(next -> setPassword(deed, next, wish))
          .orElseGet(() -> switchBasicAuth(deed, wish.enabled().orElseThrow()));
    } finally {
      wish.forget();
    }
  }

  /** The switch comes first, so that where it is off then, no password can be set. */
  private Response setPassword(Deed deed, Password next, BasicAuth wish) {
    Account owner = deed.owner();
    if (!wish.enabled().orElse(owner.credential().passwordLogin())) {
      return encode.basicAuthDisabled();
    }
    return encode.passwordSet(
        deeds
            .setPassword()
            .handle(
                new SetPassword.Command(
                    steward(deed), deed.whose(), next, wish.enabled(), deed.visit())),
        wish);
  }

  private Response switchBasicAuth(Deed deed, boolean enabled) {
    return encode.edited(
        deeds
            .editAccount()
            .handle(
                new EditAccount.Command(
                    steward(deed),
                    deed.whose(),
                    AccountEdit.none().withPasswordLogin(enabled),
                    deed.visit())));
  }
}
