package dev.rekey.admin;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditRow;
import dev.rekey.core.steward.ReadAudit;
import dev.rekey.core.visit.Device;
import dev.rekey.page.Happened;
import dev.rekey.page.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Lines of the audit trail as a page shows them.
 *
 * @param next the last of them, when there are older ones
 */
public record AuditView(List<Line> lines, OptionalLong next) {

  public AuditView {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param about whom it concerns
   * @param by who did it, where that was somebody else
   * @param detail what the event does not say; empty for nothing
   */
  public record Line(
      String when,
      String what,
      Optional<Who> about,
      Optional<Who> by,
      String why,
      String detail,
      String device,
      String place) {}

  /**
   * An account in the trail.
   *
   * @param trail where its lines are, be it gone
   */
  public record Who(String name, String trail) {}

  static AuditView none() {
    return new AuditView(List.of(), OptionalLong.empty());
  }

  static AuditView of(Desk desk, ReadAudit.Outcome.Read read) {
    return new AuditView(
        read.rows().stream().map(row -> line(desk, read.names(), row)).toList(),
        read.more() ? OptionalLong.of(read.rows().getLast().id()) : OptionalLong.empty());
  }

  private static Line line(Desk desk, Map<AccountId, String> names, AuditRow row) {
    return new Line(
        When.second(desk.frame(), row.line().at()),
        Happened.said(desk.frame(), row.line().event()),
        row.about().map(id -> who(desk, names, id)),
        row.by().map(id -> who(desk, names, id)),
        row.why().orElse(""),
        row.detail().entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .sorted()
            .collect(Collectors.joining("; ")),
        Device.of(row.line().origin().agent()).orElseGet(() -> desk.say("sessions.unknown")),
        desk.say("sessions.place", row.line().origin().address(), row.line().wire()));
  }

  private static Who who(Desk desk, Map<AccountId, String> names, AccountId id) {
    String name = names.getOrDefault(id, "");
    return new Who(
        name.isEmpty() ? desk.say("audit.gone", "#" + id.value()) : name,
        ConsoleRoom.AUDIT.path() + "?account=%23" + id.value());
  }
}
