package dev.rekey.dialect.own;

import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.SearchAccounts;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From what stewards wish to commands. */
final class DecodeSteward {

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  /** Stands where a name would not do; the command with it is never seen. */
  private static final Logins NOBODY = Logins.of(Optional.empty(), Optional.of("nobody"));

  private static final Role NO_ROLE = new Role("none");

  private DecodeSteward() {}

  static Reading<SearchAccounts.Command, Problem> search(Request request, Steward by, Visit visit) {
    return Query.read(
        request,
        query ->
            new SearchAccounts.Command(
                by,
                query.maybe("q").filter(text -> !text.isEmpty()),
                query.maybe("role", "the name of a role", DecodeSteward::role),
                query.maybe("disabled", "true or false", DecodeSteward::flag),
                query.maybe("cursor", "the next_cursor of a page", Cursor::read),
                query
                    .maybe("limit", "a whole number from 1 to 200", DecodeSteward::limit)
                    .orElse(PAGE),
                visit));
  }

  private static Optional<Role> role(String text) {
    try {
      return Optional.of(new Role(text));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> limit(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(number -> 1 <= number && number <= LARGEST_PAGE);
  }

  static Reading<CreateAccount.Command, Problem> create(Request request, Steward by, Visit visit) {
    return Members.read(request, members -> create(members, by, visit));
  }

  private static CreateAccount.Command create(Members members, Steward by, Visit visit) {
    return new CreateAccount.Command(
        by,
        logins(members),
        members.neededRole("role").orElse(NO_ROLE),
        new Profile(members.profile()),
        members.maybePassword("password"),
        members.maybeFlag("password_login").orElse(true),
        CreateAccount.Ids.fresh(),
        visit);
  }

  private static Logins logins(Members members) {
    Optional<String> email = members.maybeText("email");
    Optional<String> username = members.maybeText("username");
    if (email.isEmpty() && username.isEmpty()) {
      members.complain(
          Complaint.of("email", "missing", "An account needs an e-mail address or a username."));
    }
    email
        .filter(address -> !EmailRule.DEVISE.accepts(Logins.canonicalEmail(address)))
        .ifPresent(_ -> members.complain(Complaint.invalid("email", "an e-mail address")));
    username
        .filter(name -> name.isBlank() || name.chars().anyMatch(Character::isISOControl))
        .ifPresent(_ -> members.complain(Complaint.invalid("username", "a name")));
    return members.isSound() ? Logins.of(email, username) : NOBODY;
  }

  static Reading<EditAccount.Command, Problem> edit(
      Request request, Steward by, Handle whose, Visit visit) {
    return Members.read(
        request, members -> new EditAccount.Command(by, whose, edit(members), visit));
  }

  private static AccountEdit edit(Members members) {
    members.needAny();
    return new AccountEdit(
        members.maybeText("email"),
        members.maybeText("username"),
        members.profileEdit(),
        members.maybeRole("role"),
        members.maybeFlag("disabled"),
        members.maybeFlag("password_login"),
        privileges(members, "grant_privileges"),
        members.texts("revoke_privileges").stream()
            .map(DecodeSteward::asStored)
            .collect(LinkedHashSet::new, Set::add, Set::addAll),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Only what every wire knows is granted here; what only one knows is granted there. */
  private static Set<String> privileges(Members members, String name) {
    Set<String> granted = new LinkedHashSet<>();
    for (String privilege : members.texts(name)) {
      capability(privilege)
          .ifPresentOrElse(
              known -> granted.add(known.name()),
              () -> members.complain(unknownPrivilege(name, privilege)));
    }
    return granted;
  }

  private static Complaint unknownPrivilege(String name, String privilege) {
    return Complaint.of(
        name, "unknown_privilege", "There is no privilege called " + privilege + ".");
  }

  private static String asStored(String privilege) {
    return capability(privilege).map(Capability::name).orElse(privilege);
  }

  private static Optional<Capability> capability(String privilege) {
    return Stream.of(Capability.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(privilege))
        .findFirst();
  }

  static Reading<SetPassword.Command, Problem> setPassword(
      Request request, Steward by, Handle whose, Visit visit) {
    return Members.read(
        request,
        members ->
            new SetPassword.Command(
                by,
                whose,
                members.password("new_password"),
                members.maybeFlag("password_login"),
                visit));
  }
}
