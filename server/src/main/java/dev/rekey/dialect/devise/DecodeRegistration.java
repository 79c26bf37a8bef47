package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Words.CONFIRMATION;
import static dev.rekey.dialect.devise.Words.CURRENT_PASSWORD;
import static dev.rekey.dialect.devise.Words.EMAIL;
import static dev.rekey.dialect.devise.Words.PASSWORD;
import static dev.rekey.dialect.devise.Words.USERNAME;

import dev.rekey.core.account.Profile;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.Demand;
import dev.rekey.core.change.Wishes;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.devise.DeviseDialect.Field;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From attributes to a new account, or to another form of one. */
final class DecodeRegistration {

  private final Settings settings;
  private final Decode decode;
  private final Optional<ChangePassword.Renewal> afterChange;

  DecodeRegistration(
      Settings settings, Decode decode, Optional<ChangePassword.Renewal> afterChange) {
    this.settings = settings;
    this.decode = decode;
    this.afterChange = afterChange;
  }

  /** What a change comes to. */
  sealed interface Change {

    /** Of the password, and of names and profile with it. */
    record OfPassword(ChangePassword.Command command) implements Change {}

    /** Of names and profile alone. */
    record OfProfile(ChangeProfile.Command command) implements Change {}
  }

  /** Attributes that are nobody's to write are passed over, as Rails passes over them. */
  Reading<SignUp.Command, Misreading> signUp(Attributes user, Visit visit) {
    List<Field> writable = settings.people().of(settings.people().newcomer()).written();
    return Decode.unless(
        unfit(user, writable, PASSWORD, CONFIRMATION),
        () ->
            new SignUp.Command(
                user.text(EMAIL),
                username(user, writable),
                decode.wish(user),
                profile(FieldReader.read(user, writable)),
                settings.letters().confirmation(),
                visit));
  }

  /**
   * A blank password is one that was not typed: a form that is sent for another reason has it so,
   * and the rest of it counts. Where nothing else is wished, it is what is missing.
   */
  Reading<Change, Misreading> change(Attributes user, Caller caller, Visit visit) {
    List<Field> writable = settings.people().of(caller.account().role()).written();
    return Decode.unless(
        unfit(user, writable, PASSWORD, CONFIRMATION, CURRENT_PASSWORD),
        () -> change(user, caller, wishes(user, writable), visit));
  }

  private static Optional<Misreading> unfit(
      Attributes user, List<Field> writable, String... passwords) {
    return Decode.unfit(
        Stream.of(
                Decode.names(user, EMAIL),
                Decode.texts(user, passwords),
                FieldReader.blemishes(user, writable))
            .flatMap(some -> some));
  }

  private Change change(Attributes user, Caller caller, Wishes wishes, Visit visit) {
    boolean ofPassword = user.says(PASSWORD) || user.says(CONFIRMATION);
    return ofPassword || wishes.equals(Wishes.none())
        ? new Change.OfPassword(changePassword(user, caller, wishes, visit))
        : new Change.OfProfile(
            new ChangeProfile.Command(
                caller, user.password(CURRENT_PASSWORD), Demand.ALWAYS, wishes, visit));
  }

  private ChangePassword.Command changePassword(
      Attributes user, Caller caller, Wishes wishes, Visit visit) {
    return new ChangePassword.Command(
        caller,
        user.password(CURRENT_PASSWORD),
        Demand.ALWAYS,
        decode.wish(user),
        wishes,
        afterChange,
        visit);
  }

  private Wishes wishes(Attributes user, List<Field> writable) {
    Optional<String> email = wished(user, EMAIL);
    Optional<String> username = username(user, writable);
    Map<String, Optional<String>> fields = FieldReader.read(user, writable);
    boolean nothing = email.isEmpty() && username.isEmpty() && fields.isEmpty();
    return nothing
        ? Wishes.none()
        : new Wishes(email, username, fields, settings.letters().reconfirmation());
  }

  private static Optional<String> username(Attributes user, List<Field> writable) {
    boolean mayBe = writable.stream().anyMatch(field -> field.name().equals(USERNAME));
    return mayBe ? wished(user, USERNAME) : Optional.empty();
  }

  /** Null is a wish, too: for nothing. */
  private static Optional<String> wished(Attributes user, String name) {
    return user.has(name) ? Optional.of(user.text(name).orElse("")) : Optional.empty();
  }

  private static Profile profile(Map<String, Optional<String>> fields) {
    Map<String, String> known = new LinkedHashMap<>();
    fields.forEach((name, value) -> value.ifPresent(text -> known.put(name, text)));
    return new Profile(known);
  }
}
