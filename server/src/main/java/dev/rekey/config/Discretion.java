package dev.rekey.config;

/** How much of a value people are shown. */
enum Discretion {
  /** All of it. */
  OPEN {
    @Override
    String shown(String text) {
      return text;
    }
  },
  /** An address without what could be a password: its user part and its query. */
  ADDRESS {
    @Override
    String shown(String text) {
      return withoutQuery(withoutUser(text));
    }
  },
  /** Nothing but that there is something. */
  SECRET {
    @Override
    String shown(String text) {
      return text.isEmpty() ? "" : Secret.MASK;
    }
  };

  private static final int LONGEST = 80;

  abstract String shown(String text);

  /** The value as the object of "found". */
  String quoted(String text) {
    if (text.isEmpty()) {
      return "nothing";
    }
    return this == SECRET ? "a value that is not shown" : '"' + printable(shown(text)) + '"';
  }

  private static String withoutUser(String text) {
    int start = text.indexOf("//") + 2;
    int end = text.lastIndexOf('@');
    return start < 2 || end < start
        ? text
        : text.substring(0, start) + Secret.MASK + text.substring(end);
  }

  private static String withoutQuery(String text) {
    int end = text.indexOf('?') + 1;
    return end == 0 ? text : text.substring(0, end) + Secret.MASK;
  }

  private static String printable(String text) {
    String tidy = text.replaceAll("\\p{Cntrl}", "?");
    return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) + "…" : tidy;
  }
}
