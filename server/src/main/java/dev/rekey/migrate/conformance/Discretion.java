package dev.rekey.migrate.conformance;

import dev.rekey.transcript.Captures;
import dev.rekey.transcript.Complaint;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps tokens and the operator's passwords out of what is printed. */
final class Discretion {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 2_000;

  /** What is long and looks made by chance. */
  private static final Pattern TOKEN =
      Pattern.compile("(?=[\\w.+/=%-]*\\d)(?=[\\w.+/=%-]*[A-Za-z])[\\w.+/=%-]{20,}");

  private final Captures captures;
  private final Set<String> secrets;

  Discretion(Captures captures, Set<String> secrets) {
    this.captures = captures;
    this.secrets = secrets;
  }

  Complaint tell(Complaint complaint) {
    return new Complaint(complaint.what(), tell(complaint.written()), tell(complaint.found()));
  }

  /** The text with a place for every captured token, and dots for other secrets. */
  String tell(String text) {
    String told = text;
    for (String secret : secrets) {
      told = told.replace(secret, "…");
    }
    var longestFirst =
        captures.values().entrySet().stream()
            .filter(one -> one.getValue().length() >= SHORTEST)
            .sorted(
                Comparator.comparingInt((Map.Entry<String, String> one) -> one.getValue().length())
                    .reversed())
            .toList();
    for (Map.Entry<String, String> one : longestFirst) {
      told = told.replace(one.getValue(), "{{" + one.getKey() + "}}");
    }
    told = TOKEN.matcher(told).replaceAll("…");
    return told.length() > LONGEST ? told.substring(0, LONGEST) + " …" : told;
  }
}
