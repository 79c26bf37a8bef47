package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.delegation.EditToken;
import dev.rekey.core.delegation.EndTokens;
import dev.rekey.core.delegation.FindToken;
import dev.rekey.core.delegation.IssueToken;
import dev.rekey.core.delegation.ListTokens;
import dev.rekey.core.delegation.SeeGeneration;
import dev.rekey.core.delegation.ShowTokens;
import dev.rekey.core.delegation.VerifyToken;
import dev.rekey.core.proof.MacaroonProver;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.FindAccount;
import dev.rekey.core.steward.ListAccounts;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Onezone's REST API, as far as it concerns users, their passwords, privileges and tokens. */
public final class OnezoneDialect implements Mount {

  private static final PathRules PATH_RULES = new PathRules(false, true, false);

  private final Settings settings;
  private final Encode encode;
  private final List<Route> routes;

  /** The release line of Onezone whose words are spoken. */
  public enum Profile {
    /** As 21.02, with shorter names, and without {@code access-control-allow-origin}. */
    LINE_20_02,
    LINE_21_02,
    /** With newer sentences, and with a {@code ctx} in every error. */
    LINE_25_0
  }

  /**
   * What an operator may choose about this mount.
   *
   * @param prefix where the API lies, without a slash at its end
   * @param realm whose accounts it serves
   * @param name the mount's name, in logs and in the audit trail
   * @param newRole the role of the users that are made here
   */
  public record Settings(
      String prefix, Realm realm, String name, Profile profile, Role newRole, Zone zone) {

    /** Onezone's own paths, in the words of 21.02. */
    public static Settings standard(Realm realm, Zone zone) {
      return new Settings(
          "/api/v3/onezone", realm, "onezone", Profile.LINE_21_02, new Role("user"), zone);
    }
  }

  /**
   * What the server calls itself.
   *
   * @param domain the host where people find it
   * @param address the same as the beginning of a link, without a slash at its end
   */
  public record Zone(String name, String domain, String address) {}

  /** How callers are proven: by name and password, or by token. */
  public record Proofs(Prover passwords, MacaroonProver tokens) {}

  /** What somebody can do to the own account. */
  public record OwnDeeds(
      ChangePassword changePassword, ChangeProfile changeProfile, CancelAccount cancelAccount) {}

  /**
   * What stewards can do.
   *
   * @param uids names for users who have none, each one once
   */
  public record StewardDeeds(
      FindAccount findAccount,
      ListAccounts listAccounts,
      CreateAccount createAccount,
      EditAccount editAccount,
      SetPassword setPassword,
      DisableAccount disableAccount,
      DeleteAccount deleteAccount,
      Supplier<String> uids) {}

  /** What can be done with tokens. */
  public record TokenDeeds(
      IssueToken issueToken,
      FindToken findToken,
      ShowTokens showTokens,
      ListTokens listTokens,
      EditToken editToken,
      EndTokens endTokens,
      SeeGeneration seeGeneration,
      VerifyToken verifyToken) {}

  public OnezoneDialect(
      Settings settings, Proofs proofs, OwnDeeds own, StewardDeeds steward, TokenDeeds tokens) {
    this.settings = settings;
    this.encode = new Encode(settings.profile());
    Tools tools = Tools.of(settings, encode, proofs);
    Owners owners = new Owners(steward.findAccount(), encode);
    this.routes =
        Stream.of(
                new ZoneRoutes(tools.gates(), new EncodeZone(encode.answers(), settings))
                    .routes(settings.prefix()),
                ofUsers(tools, owners, own, steward),
                ofTokens(tools, owners, tokens))
            .flatMap(List::stream)
            .toList();
  }

  /** What all routes work with. */
  private record Tools(
      Settings settings,
      Gates gates,
      Kinds kinds,
      Encode encode,
      EncodeUsers encodeUsers,
      EncodeTokens encodeTokens) {

    static Tools of(Settings settings, Encode encode, Proofs proofs) {
      String home = settings.zone().address() + settings.prefix();
      EncodeTokens encodeTokens = new EncodeTokens(encode, home + "/tokens/named");
      return new Tools(
          settings,
          new Gates(settings, proofs.passwords(), proofs.tokens(), encode, encodeTokens),
          new Kinds(new NameRules(settings.profile())),
          encode,
          new EncodeUsers(encode, home + "/users"),
          encodeTokens);
    }
  }

  private static List<Route> ofUsers(
      Tools tools, Owners owners, OwnDeeds own, StewardDeeds steward) {
    String prefix = tools.settings().prefix();
    Gates gates = tools.gates();
    EncodeUsers encode = tools.encodeUsers();
    DecodeUsers decode = new DecodeUsers(tools.kinds());
    return Stream.of(
            new OwnRoutes(gates, own, tools.encode(), encode, decode).routes(prefix),
            new UserRoutes(
                    tools.settings(), gates, owners, steward, own.cancelAccount(), encode, decode)
                .routes(prefix),
            new PrivilegeRoutes(gates, owners, steward.editAccount(), encode, decode)
                .routes(prefix))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route> ofTokens(Tools tools, Owners owners, TokenDeeds deeds) {
    String prefix = tools.settings().prefix();
    Gates gates = tools.gates();
    EncodeTokens encode = tools.encodeTokens();
    DecodeTokens decode = new DecodeTokens(tools.kinds());
    TokenFinder finder = new TokenFinder(deeds, tools.encode(), encode);
    return Stream.of(
            new OwnersTokenRoutes(gates, owners, finder, deeds, encode, decode).routes(prefix),
            new ClientTokenRoutes(gates, finder, deeds, tools.encode(), encode).routes(prefix),
            new TokenRoutes(gates, finder, deeds, encode, decode).routes(prefix),
            new InspectionRoutes(gates, deeds.verifyToken(), encode).routes(prefix))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<String> prefixes() {
    return List.of(settings.prefix());
  }

  @Override
  public PathRules pathRules() {
    return PATH_RULES;
  }

  @Override
  public List<Route> routes() {
    return routes;
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return encode.fault(fault, request.method());
  }
}
