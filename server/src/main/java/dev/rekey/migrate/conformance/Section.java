package dev.rekey.migrate.conformance;

import dev.rekey.transcript.Complaint;
import java.util.List;

/** What came of one story: each of its exchanges, or why it was not told. */
public sealed interface Section {

  /** The story's name without that of its wire. */
  String name();

  /** The story was told. */
  record Told(String name, List<Check> checks) implements Section {

    public long passed() {
      return checks.stream().filter(check -> check instanceof Check.Passed).count();
    }

    public boolean whole() {
      return passed() == checks.size();
    }
  }

  /** The story could not be told here. */
  record Skipped(String name, String reason) implements Section {}

  /** What came of one exchange. */
  sealed interface Check {

    String title();

    /** The answer is as it should be. */
    record Passed(String title) implements Check {}

    /** The answer is another. */
    record Failed(String title, List<Complaint> complaints) implements Check {}

    /** There was no answer, or the request could not be made. */
    record Broken(String title, String why) implements Check {}
  }
}
