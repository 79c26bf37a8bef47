package dev.rekey.migrate.conformance;

import dev.rekey.migrate.conformance.Section.Check;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints what came of each section as it comes, and of all at the end. */
public final class Verdict {

  private final PrintStream out;
  private final List<Section> sections = new ArrayList<>();

  public Verdict(PrintStream out) {
    this.out = out;
  }

  /** Prints one section. */
  public void add(Section section) {
    sections.add(section);
    switch (section) {
      case Section.Skipped(String name, String reason) ->
          out.println("  skipped  %s: %s".formatted(name, reason));
      case Section.Told told -> {
        out.println(
            "  %s  %s: %d of %d"
                .formatted(
                    told.whole() ? "passed " : "FAILED ",
                    told.name(),
                    told.passed(),
                    told.checks().size()));
        told.checks().forEach(this::print);
      }
    }
  }

  private void print(Check check) {
    switch (check) {
      case Check.Passed _ -> {}
      case Check.Broken(String title, String why) -> {
        out.println("             " + title);
        out.println("               " + why);
      }
      case Check.Failed(String title, var complaints) -> {
        out.println("             " + title);
        complaints.forEach(complaint -> {
          out.println("               " + complaint.what());
          out.println("                 should be  " + complaint.written());
          out.println("                 but is     " + complaint.found());
        });
      }
    }
  }

  /** Prints the sum of all. */
  public void conclude() {
    List<Section.Told> told = told();
    long exchanges = told.stream().mapToLong(one -> one.checks().size()).sum();
    long passed = told.stream().mapToLong(Section.Told::passed).sum();
    out.println(
        "%d sections: %d passed, %d failed, %d skipped. %d exchanges: %d passed, %d failed."
            .formatted(
                sections.size(),
                told.stream().filter(Section.Told::whole).count(),
                told.stream().filter(one -> !one.whole()).count(),
                sections.size() - told.size(),
                exchanges,
                passed,
                exchanges - passed));
  }

  /** Whether nothing at all could be asked. */
  public boolean empty() {
    return told().isEmpty();
  }

  /** Whether every answer was as it should be. */
  public boolean good() {
    return told().stream().allMatch(Section.Told::whole);
  }

  private List<Section.Told> told() {
    return sections.stream()
        .filter(Section.Told.class::isInstance)
        .map(Section.Told.class::cast)
        .toList();
  }
}
