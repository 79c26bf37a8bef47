package dev.rekey.store;

import dev.rekey.core.account.Handle;

/** One query by each of what an account is found by. */
record Finders(String id, String number, String hex24, String hex32, String login) {

  static Finders behind(String select) {
    return new Finders(
        select
            + """
            WHERE a.id = ?
            """,
        select + byPointer("number"),
        select + byPointer("hex24"),
        select + byPointer("hex32"),
        select
            + """
            JOIN login_name l ON l.account_id = a.id
            WHERE r.name = ?
            AND l.realm_id = r.id
            AND l.name IN (?, ?)
            AND (l.name = ? AND (l.is_username OR l.is_uid)
              OR l.name = ? AND l.is_email)
            ORDER BY CASE WHEN l.name = ? AND (l.is_username OR l.is_uid)
              THEN 1 ELSE 2 END
            LIMIT 1
            """);
  }

  private static String byPointer(String column) {
    return "WHERE r.name = ? AND a." + column + " = ?";
  }

  String by(Handle pointer) {
    return switch (pointer) {
      case Handle.Number _ -> number;
      case Handle.Hex24 _ -> hex24;
      case Handle.Hex32 _ -> hex32;
    };
  }

  /** What stands for the pointer's question mark. */
  static Object value(Handle pointer) {
    return switch (pointer) {
      case Handle.Number(long number) -> number;
      case Handle.Hex24(String digits) -> digits;
      case Handle.Hex32(String digits) -> digits;
    };
  }
}
