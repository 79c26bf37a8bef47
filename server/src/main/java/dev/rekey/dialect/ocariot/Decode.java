package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Words.NEW_PASSWORD;
import static dev.rekey.dialect.ocariot.Words.OLD_PASSWORD;
import static dev.rekey.dialect.ocariot.Words.PASSWORD;
import static dev.rekey.dialect.ocariot.Words.USERNAME;

import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.Demand;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.secretary.DeleteMember;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a request to a claim, and to what concerns a user of any kind. */
final class Decode {

  private static final Pattern SCHEME =
      Pattern.compile("bearer[ \\t]+(?=\\S)", Pattern.CASE_INSENSITIVE);

  private Decode() {}

  static Claim claim(Request request) {
    List<String> sent = request.headers().every("authorization");
    return switch (sent.size()) {
      case 0 -> new Claim.Nothing();
      case 1 -> claim(sent.getFirst());
      default -> new Claim.Garbled();
    };
  }

  static Reading<SignIn.Command, Mistake> signIn(Request request, Visit visit) {
    return Body.readHandedOn(request, fields -> signIn(fields, visit));
  }

  static Reading<ChangePassword.Command, Mistake> change(
      Request request, Caller caller, Visit visit) {
    return Body.read(request, fields -> change(user(request), fields, caller, visit));
  }

  static Reading<SetPassword.Command, Mistake> reset(Request request, Caller caller, Visit visit) {
    return Body.read(request, fields -> reset(user(request), fields, caller, visit));
  }

  static Reading<DeleteMember.Command, Mistake> delete(
      Request request, Caller caller, Visit visit) {
    PathId user = user(request);
    return one(user, _ -> new DeleteMember.Command(caller, user.handle(), visit));
  }

  /** What becomes of a request that says no more than an id, if it is one. */
  static <C> Reading<C, Mistake> one(PathId id, Function<PathId, C> command) {
    return id.isId() ? new Read<>(command.apply(id)) : new Misread<>(id.mistake());
  }

  /** The same of one that says two. */
  static <C> Reading<C, Mistake> two(PathId id, PathId other, Function<PathId, C> command) {
    return id.isId() ? one(other, command) : new Misread<>(id.mistake());
  }

  private static PathId user(Request request) {
    return PathId.of(request, Resource.USER);
  }

  private static Claim claim(String authorization) {
    String shown = authorization.strip();
    Matcher scheme = SCHEME.matcher(shown);
    if (!scheme.lookingAt()) {
      return new Claim.Nothing();
    }
    String token = shown.substring(scheme.end());
    return isToken(token) ? new Claim.SignedToken(token) : new Claim.Garbled();
  }

  /**
   * A {@code b64token} (RFC 6750 section 2.1). Tokens have some two thousand characters here, for
   * which a pattern takes half the time of the whole check.
   */
  private static boolean isToken(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (!mayStandInToken(text.charAt(i))) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean mayStandInToken(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._~+/-".indexOf(c) >= 0;
  }

  private static Reading<SignIn.Command, Mistake> signIn(FieldReader fields, Visit visit) {
    String username = typed(fields, USERNAME);
    String password = typed(fields, PASSWORD);
    return fields.read(() -> new SignIn.Command(username, Password.of(password), visit));
  }

  private static Reading<ChangePassword.Command, Mistake> change(
      PathId whose, FieldReader fields, Caller caller, Visit visit) {
    requireId(whose, fields);
    String old = typed(fields, OLD_PASSWORD);
    String next = typed(fields, NEW_PASSWORD);
    return fields.read(() ->
        new ChangePassword.Command(
            caller,
            Optional.of(Password.of(old)),
            Demand.ALWAYS,
            NewPassword.Wish.of(Password.of(next)),
            Optional.empty(),
            visit));
  }

  private static Reading<SetPassword.Command, Mistake> reset(
      PathId whose, FieldReader fields, Caller caller, Visit visit) {
    requireId(whose, fields);
    if (!fields.has(NEW_PASSWORD)) {
      fields.reject(new Mistake.OneMissing(NEW_PASSWORD));
    }
    String next = typed(fields, NEW_PASSWORD);
    return fields.read(() ->
        new SetPassword.Command(
            new Steward.Administrator(caller), whose.handle(), Password.of(next), visit));
  }

  static void requireId(PathId id, FieldReader fields) {
    if (!id.isId()) {
      fields.reject(id.mistake());
    }
  }

  private static String typed(FieldReader fields, String field) {
    return fields.typed(field).orElseGet(() -> fields.lack(field));
  }
}
