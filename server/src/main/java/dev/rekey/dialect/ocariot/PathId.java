package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Handle;
import dev.rekey.core.roster.GroupId;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.http.Request;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands in a path where an id belongs.
 *
 * @param parameter what the id is called
 * @param text as it was sent
 */
record PathId(String parameter, String text) {

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

  /** The gateway's rules look at letters and digits; that they must be hex, the service says. */
  private static final Pattern ID_FOR_THE_GATEWAY = Pattern.compile("[0-9a-zA-Z]{24}");

  /** An id that belongs to nothing. */
  private static final String NOTHING = "0".repeat(24);

  static PathId of(Request request, Resource resource) {
    return new PathId(resource.parameter(), request.parameter(resource.parameter()));
  }

  /** Whether such a text is an id, in whichever letter case. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The form in which ids are stored and compared. */
  static String canonical(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  boolean isId() {
    return isId(text);
  }

  /** Whether the gateway takes it for an id; what it does not, names nobody. */
  boolean looksLikeOne() {
    return ID_FOR_THE_GATEWAY.matcher(text).matches();
  }

  /** Letter by letter: to the gateway an id in capitals is another one. */
  Handle.Hex24 toTheLetter() {
    return new Handle.Hex24(text);
  }

  Handle.Hex24 handle() {
    return new Handle.Hex24(canonical(text));
  }

  /** The institution, or one that does not exist where this is no id. */
  InstitutionId institution() {
    return new InstitutionId(isId() ? canonical(text) : NOTHING);
  }

  GroupId group() {
    return new GroupId(canonical(text));
  }

  Mistake mistake() {
    return new Mistake.BadId(parameter);
  }
}
