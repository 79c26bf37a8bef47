package dev.rekey.dialect.own;

import dev.rekey.http.RetryAfter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What went wrong, to be written as a problem detail (RFC 9457). */
record Problem(
    ProblemType type,
    String detail,
    List<Complaint> complaints,
    Optional<Duration> retryAfter,
    Optional<String> incident) {

  static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Optional.empty(), Optional.empty());
  }

  /** One that lists its reasons. */
  static Problem of(ProblemType type, String detail, List<Complaint> complaints) {
    return new Problem(type, detail, List.copyOf(complaints), Optional.empty(), Optional.empty());
  }

  static Problem later(ProblemType type, String detail, Duration retryAfter) {
    return new Problem(type, detail, List.of(), Optional.of(retryAfter), Optional.empty());
  }

  static Problem incident(String id) {
    return new Problem(
        ProblemType.INCIDENT,
        "Something broke inside. It was written down as incident " + id + ".",
        List.of(),
        Optional.empty(),
        Optional.of(id));
  }

  /** The members, in the order in which they are read. */
  Map<String, Object> members(String requestId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type.uri());
    members.put("title", type.title());
    members.put("status", type.status());
    members.put("detail", detail);
    members.put("instance", Words.REQUEST + requestId);
    if (!complaints.isEmpty()) {
      members.put("violations", complaints.stream().map(Complaint::members).toList());
    }
    retryAfter.ifPresent(wait -> members.put("retry_after", RetryAfter.seconds(wait)));
    incident.ifPresent(id -> members.put("incident", id));
    return members;
  }
}
