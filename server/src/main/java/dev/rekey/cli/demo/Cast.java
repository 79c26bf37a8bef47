package dev.rekey.cli.demo;

import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.steward.CreateAccount.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One account of the demonstration, as its document has it.
 *
 * @param password the one that it begins with
 * @param next the one that the walk gives it
 * @param another the one that the printed curl line gives it
 */
record Cast(
    Logins logins,
    Role role,
    Profile profile,
    Ids ids,
    String password,
    String next,
    String another) {

  static final Cast OPERATOR =
      new Cast(
          email("lettie.gleason+operator@example.com"),
          new Role("operator"),
          new Profile(Map.of("first_name", "Lettie", "last_name", "Gleason")),
          new Ids(Optional.of(1932L), Optional.empty(), Optional.empty()),
          "valiD_passw0rd!",
          "new_valiD_passw0rd!",
          "another_valiD_passw0rd!");

  static final Cast DRIVER =
      new Cast(
          email("lemuel.bednar+driver@example.com"),
          new Role("driver"),
          new Profile(
              Map.of("first_name", "Lemuel", "last_name", "Bednar", "referral_code", "456119")),
          new Ids(Optional.of(1872L), Optional.empty(), Optional.empty()),
          "soon_Forgotten_1",
          "Valid123!",
          "Valid456!");

  static final Cast EDUCATOR =
      new Cast(
          username("educator"),
          new Role("educator"),
          Profile.empty(),
          new Ids(Optional.empty(), Optional.of("5a62be07de34500146d9c544"), Optional.empty()),
          "old_password_here",
          "new_password_here",
          "another_password_here");

  static final Cast RESEARCHER =
      new Cast(
          username("username"),
          new Role("user"),
          Profile.empty(),
          Ids.fresh(),
          "7bNN89d453za62",
          "lS1c6FD2mxB2ff",
          "qT8w3KP5nvY7hh");

  static final Cast TESTER =
      new Cast(
          email("test@test.com"),
          new Role("user"),
          Profile.empty(),
          Ids.fresh(),
          "first lighthouse",
          "second lighthouse",
          "third lighthouse");

  static final List<Cast> ALL = List.of(OPERATOR, DRIVER, EDUCATOR, RESEARCHER, TESTER);

  private static Logins email(String address) {
    return Logins.of(Optional.of(address), Optional.empty());
  }

  private static Logins username(String name) {
    return Logins.of(Optional.empty(), Optional.of(name));
  }
}
