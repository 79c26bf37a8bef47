package dev.rekey.migrate;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The system that a file comes from. */
public enum Origin {
  DEVISE,
  DEVISE_TOKEN_AUTH,
  OCARIOT,
  ONEZONE,
  KEYCLOAK,
  GENERIC;

  private static final int BOM = 0xEF;
  private static final int BOM_BYTES = 3;

  /** As the command line and the audit trail call it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Opens a file's rows, by what it begins with.
   *
   * @throws Misfit when it is nothing that could be read
   */
  RawRows rows(Feed feed) throws IOException {
    requireText(feed);
    int first = firstSign(feed);
    return switch (first) {
      case Feed.END -> Optional::empty;
      case '[' -> this == KEYCLOAK ? JsonElements.ofUsers(feed) : JsonElements.ofArray(feed);
      case '{' -> this == KEYCLOAK ? JsonElements.ofUsers(feed) : new JsonLines(feed);
      default -> csv(feed);
    };
  }

  private RawRows csv(Feed feed) throws IOException {
    return switch (this) {
      case DEVISE, DEVISE_TOKEN_AUTH, GENERIC -> new CsvRecords(feed);
      case OCARIOT, ONEZONE, KEYCLOAK -> throw new Misfit("the file is no JSON");
    };
  }

  private static void requireText(Feed feed) throws IOException {
    byte[] start = feed.peek(BOM_BYTES);
    if (start.length >= 2 && (isUtf16(start[0], start[1]) || start[0] == 0 || start[1] == 0)) {
      throw new Misfit("the file is in UTF-16 or UTF-32, not in UTF-8; iconv -t UTF-8 mends that");
    }
    if (start.length == BOM_BYTES && (start[0] & 0xff) == BOM && (start[1] & 0xff) == 0xBB) {
      feed.next();
      feed.next();
      feed.next();
    }
  }

  private static boolean isUtf16(byte one, byte two) {
    int both = (one & 0xff) << 8 | (two & 0xff);
    return both == 0xFEFF || both == 0xFFFE;
  }

  private static int firstSign(Feed feed) throws IOException {
    int one = feed.peek();
    while (one == ' ' || one == '\t' || one == '\r' || one == '\n') {
      feed.next();
      one = feed.peek();
    }
    return one;
  }

  Format format(Habits habits, Optional<OcariotNames> names) {
    return switch (this) {
      case DEVISE, DEVISE_TOKEN_AUTH -> new DeviseFormat(habits);
      case OCARIOT -> new OcariotFormat(habits, names);
      case ONEZONE -> new OnezoneFormat(habits);
      case KEYCLOAK -> new KeycloakFormat(habits);
      case GENERIC -> new GenericFormat(habits);
    };
  }
}
