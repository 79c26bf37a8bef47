package dev.rekey.admin;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.audit.AuditRow;
import dev.rekey.core.steward.ReadAudit;
import dev.rekey.http.Csv;
import dev.rekey.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Lines of the audit trail as a file: CSV (RFC 4180) for tables, JSON lines for programs. */
final class AuditFile {

  private static final List<String> COLUMNS =
      List.of(
          "id", "at", "event", "account", "name", "by", "by_name", "why", "detail", "wire",
          "address", "agent");

  private AuditFile() {}

  static Response csv(ReadAudit.Outcome.Read read) {
    Csv csv = new Csv();
    csv.line(COLUMNS);
    read.rows().forEach(row -> csv.line(List.copyOf(cells(read.names(), row).values())));
    return file("csv", "text/csv; charset=utf-8", csv.text());
  }

  static Response jsonLines(ReadAudit.Outcome.Read read) {
    String lines =
        read.rows().stream()
            .map(row -> JsonMapper.shared().writeValueAsString(members(read.names(), row)) + '\n')
            .collect(Collectors.joining());
    return file("jsonl", "application/jsonl", lines);
  }

  private static Response file(String ending, String type, String text) {
    return Response.of(200)
        .with("content-type", type)
        .with("content-disposition", "attachment; filename=\"rekey-audit." + ending + '"')
        .with("cache-control", "no-store")
        .with("x-content-type-options", "nosniff")
        .withBody(text);
  }

  /** What is not there is left out. */
  private static Map<String, String> members(Map<AccountId, String> names, AuditRow row) {
    Map<String, String> members = cells(names, row);
    members.values().removeIf(String::isEmpty);
    return members;
  }

  private static Map<String, String> cells(Map<AccountId, String> names, AuditRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("id", Long.toString(row.id()));
    cells.put("at", row.line().at().toString());
    cells.put("event", row.line().event());
    cells.put("account", mark(row.about()));
    cells.put("name", name(names, row.about()));
    cells.put("by", mark(row.by()));
    cells.put("by_name", name(names, row.by()));
    cells.put("why", row.why().orElse(""));
    cells.put("detail", detail(row.detail()));
    cells.put("wire", row.line().wire());
    cells.put("address", row.line().origin().address());
    cells.put("agent", row.line().origin().agent());
    return cells;
  }

  private static String mark(Optional<AccountId> account) {
    return account.map(id -> "#" + id.value()).orElse("");
  }

  private static String name(Map<AccountId, String> names, Optional<AccountId> account) {
    return account.map(id -> names.getOrDefault(id, "")).orElse("");
  }

  private static String detail(Map<String, String> detail) {
    return detail.entrySet().stream()
        .map(one -> one.getKey() + ": " + one.getValue())
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
