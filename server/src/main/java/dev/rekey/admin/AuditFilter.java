package dev.rekey.admin;

import dev.rekey.core.audit.AuditQuery;
import dev.rekey.core.audit.Event;
import dev.rekey.core.steward.ReadAudit;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody filters the audit trail by, as it was typed.
 *
 * @param account a name, or # and a number
 * @param event the event's name
 * @param from a day, as HTML writes it: 2026-11-21
 * @param until a day, which belongs to what is looked for
 * @param before the line that the page before ended with
 * @param wrong what was wrong with the account; empty when nothing was
 */
public record AuditFilter(
    String account, String event, String from, String until, String before, String wrong) {

  private static final Pattern LINE = Pattern.compile("[0-9]{1,18}");

  static AuditFilter of(Fields fields) {
    return new AuditFilter(
        typed(fields, "account"),
        typed(fields, "event"),
        typed(fields, "from"),
        typed(fields, "until"),
        typed(fields, "before"),
        "");
  }

  private static String typed(Fields fields, String name) {
    return fields.first(name).orElse("").strip();
  }

  AuditFilter withWrong(String text) {
    return new AuditFilter(account, event, from, until, before, text);
  }

  ReadAudit.Command command(Desk desk, int limit) {
    return new ReadAudit.Command(desk.by(), whose(), query(limit), false, desk.visit());
  }

  /** The lines leave the house, for the reason that the visit holds. */
  ReadAudit.Command taken(Desk desk, int limit, Visit visit) {
    return new ReadAudit.Command(desk.by(), whose(), query(limit), true, visit);
  }

  private Optional<String> whose() {
    return Optional.of(account).filter(text -> !text.isEmpty());
  }

  private AuditQuery query(int limit) {
    return new AuditQuery(
        Optional.empty(),
        Optional.of(event).filter(Event.names()::contains),
        day(from).map(AuditFilter::start),
        day(until).map(day -> start(day.plusDays(1))),
        LINE.matcher(before).matches()
            ? OptionalLong.of(Long.parseLong(before))
            : OptionalLong.empty(),
        limit);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(text).filter(one -> one.length() == 10).map(LocalDate::parse);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether something was typed that is none of these things; it is not looked at then. */
  boolean isUnreadable() {
    return (!event.isEmpty() && !Event.names().contains(event))
        || (!from.isEmpty() && day(from).isEmpty())
        || (!until.isEmpty() && day(until).isEmpty())
        || (!before.isEmpty() && !LINE.matcher(before).matches());
  }

  /** Whether anything is filtered at all. */
  public boolean isSet() {
    return Stream.of(account, event, from, until).anyMatch(text -> !text.isEmpty());
  }

  /** The address of the page behind that line, with the same filter. */
  public String behind(long line) {
    return ConsoleRoom.AUDIT.path() + '?' + parameters(Long.toString(line));
  }

  /** The address of the newest lines, with the same filter. */
  public String first() {
    return ConsoleRoom.AUDIT.path() + '?' + parameters("");
  }

  private String parameters(String line) {
    return Stream.of(
            parameter("account", account),
            parameter("event", event),
            parameter("from", from),
            parameter("until", until),
            parameter("before", line))
        .filter(text -> !text.endsWith("="))
        .collect(Collectors.joining("&"));
  }

  private static String parameter(String name, String value) {
    return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
