package dev.rekey.migrate.shadow;

import java.util.List;

/** What came of comparing one exchange. */
sealed interface Verdict {

  /** Rekey answers the same. */
  record Equal() implements Verdict {}

  /** Rekey answers otherwise. */
  record Different(List<Difference> differences) implements Verdict {}

  /** The request lives on something that Rekey cannot know. */
  record Unfollowed(String why) implements Verdict {}

  /** Rekey was not asked, or did not answer. */
  record Unasked(String why) implements Verdict {}

  /** The word that stands for it in a recording. */
  default String word() {
    return switch (this) {
      case Equal() -> "equal";
      case Different _ -> "different";
      case Unfollowed _ -> "unfollowed";
      case Unasked _ -> "unasked";
    };
  }
}
