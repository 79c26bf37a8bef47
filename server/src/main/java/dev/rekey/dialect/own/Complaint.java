package dev.rekey.dialect.own;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One reason for a refusal: what is meant, which rule it breaks, a sentence for people, and the
 * rule's numbers.
 */
record Complaint(String field, String code, String message, Map<String, Object> numbers) {

  static Complaint of(String field, String code, String message) {
    return new Complaint(field, code, message, Map.of());
  }

  static Complaint of(String field, String code, String message, String number, Object value) {
    return new Complaint(field, code, message, Map.of(number, value));
  }

  static Complaint missing(String field) {
    return of(field, "missing", "The member " + field + " is needed.");
  }

  static Complaint wrongType(String field, String expected) {
    return of(field, "wrong_type", field + " has to be " + expected + ".", "expected", expected);
  }

  static Complaint invalid(String field, String expected) {
    return of(field, "invalid", field + " has to be " + expected + ".", "expected", expected);
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("field", field);
    members.put("code", code);
    members.put("message", message);
    members.putAll(numbers);
    return members;
  }
}
