package dev.rekey.core.bulk;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.password.HashCost;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says to whom a deed is done: those who are meant, but never those who may more than whoever
 * proposed it, nor that account itself unless it was asked for.
 *
 * @param spared the account of whoever proposed it, if it is not meant
 * @param reach what whoever proposed it may
 */
public record Selection(
    Deed deed, Target target, Optional<AccountId> spared, Set<Capability> reach, Roles roles) {

  public static Selection of(BulkDeed deed, Roles roles) {
    return new Selection(
        deed.deed(),
        deed.target(),
        deed.proposal().by().filter(_ -> !deed.ownToo()),
        deed.reach(),
        roles);
  }

  public boolean takes(Candidate one) {
    return isMeant(one) && reaches(one) && spared.filter(one.id()::equals).isEmpty();
  }

  /** Whether it would be done to the account if it were not greater. */
  public boolean isMeant(Candidate one) {
    return isOfTarget(one) && isOfUse(one);
  }

  private boolean isOfTarget(Candidate one) {
    return switch (target) {
      case Target.Everybody() -> true;
      case Target.OfRealm(Realm realm) -> one.realm().equals(realm);
      case Target.OfRole(Role role) -> one.role().equals(role);
      case Target.WeakHashes(HashCost least) ->
          one.hash().filter(hash -> hash.isWeakerThan(least)).isPresent();
      case Target.OtherSchemes() ->
          one.hash().filter(hash -> !hash.scheme().equals("argon2id")).isPresent();
    };
  }

  /** Where there is no password that opens anything, none has to be changed. */
  private boolean isOfUse(Candidate one) {
    return switch (deed) {
      case Deed.ForceChange _ -> one.hash().isPresent() && one.passwordLogin() && !one.mustChange();
      case Deed.EndSessions() -> true;
    };
  }

  /** Nobody lays hands on the greater. */
  public boolean reaches(Candidate one) {
    return Stream.of(Capability.values())
        .filter(capability -> may(one, capability))
        .allMatch(reach::contains);
  }

  private boolean may(Candidate one, Capability capability) {
    return roles.may(one.role(), capability) || one.privileges().contains(capability.name());
  }
}
