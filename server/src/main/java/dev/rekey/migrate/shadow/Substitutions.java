package dev.rekey.migrate.shadow;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the old system calls something, and what Rekey calls it: tokens and ids that both have
 * handed out in answer to the same request.
 */
final class Substitutions {

  /** A token is forgotten when so many newer ones were learned. */
  private static final int MOST = 200_000;

  /** What may be a token with something around it, such as a name in front of it. */
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9%._~+/=-]{6,}");

  private static final Pattern BASIC = Pattern.compile("(?i)^(Basic )([A-Za-z0-9+/=]+)$");

  private static final Pattern ID_MEMBER =
      Pattern.compile("(\"[A-Za-z_]*[iI][dD]\"\\s*:\\s*\"?)(\\d{1,18})(?=[\",}\\s\\]])");

  private final Map<String, String> tokens = bounded();
  private final Map<String, String> ids = bounded();

  private static Map<String, String> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
        return size() > MOST;
      }
    };
  }

  /** Both systems said this in one place. */
  void learnToken(String old, String own) {
    if (!old.isBlank() && !own.isBlank()) {
      tokens.put(old, own);
    }
  }

  /** Like a token, but so short that only its place tells it from other numbers. */
  void learnId(String old, String own) {
    ids.put(old, own);
  }

  boolean knows(String old) {
    return tokens.containsKey(old);
  }

  /** What Rekey calls it. */
  String own(String old) {
    return Optional.ofNullable(tokens.get(old)).orElse(old);
  }

  /** What Rekey calls an id; empty if it was not learned. */
  Optional<String> ownId(String old) {
    return Optional.ofNullable(ids.get(old)).or(() -> Optional.ofNullable(tokens.get(old)));
  }

  int tokens() {
    return tokens.size();
  }

  /** How many ids have another number in Rekey. */
  long otherIds() {
    return ids.entrySet().stream().filter(one -> !one.getKey().equals(one.getValue())).count();
  }

  /** A path and its query in Rekey's words. */
  String target(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    StringBuilder own = new StringBuilder();
    for (String segment : path.split("(?=/)", -1)) {
      String id = ids.get(segment.replace("/", ""));
      own.append(id == null ? text(segment) : '/' + id);
    }
    return query < 0 ? own.toString() : own.append(text(target.substring(query))).toString();
  }

  /** A header field's value in Rekey's words. */
  String header(String value) {
    Matcher basic = BASIC.matcher(value);
    if (!basic.matches()) {
      return tokens.containsKey(value) ? own(value) : text(value);
    }
    try {
      byte[] pair = Base64.getDecoder().decode(basic.group(2));
      String[] parts = new String(pair, StandardCharsets.ISO_8859_1).split(":", 2);
      String own = own(parts[0]) + (parts.length > 1 ? ':' + own(parts[1]) : "");
      byte[] bytes = own.getBytes(StandardCharsets.ISO_8859_1);
      return basic.group(1) + Base64.getEncoder().encodeToString(bytes);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** A body in Rekey's words; each byte a character. */
  String body(String body, boolean json) {
    return text(json ? ID_MEMBER.matcher(body).replaceAll(this::member) : body);
  }

  private String member(MatchResult match) {
    String id = ids.getOrDefault(match.group(2), match.group(2));
    return Matcher.quoteReplacement(match.group(1) + id);
  }

  private String text(String text) {
    if (tokens.isEmpty()) {
      return text;
    }
    return RUN.matcher(text).replaceAll(match -> Matcher.quoteReplacement(run(match.group())));
  }

  /** The whole of a run, or the parts between its slashes, or what follows its first =. */
  private String run(String run) {
    Optional<String> whole = known(run);
    if (whole.isPresent()) {
      return whole.get();
    }
    int cut = run.indexOf('/') >= 0 ? run.indexOf('/') : run.indexOf('=');
    return cut < 0 || cut == run.length() - 1
        ? run
        : run(run.substring(0, cut)) + run.charAt(cut) + run(run.substring(cut + 1));
  }

  private Optional<String> known(String run) {
    String own = tokens.get(run);
    if (own != null || run.indexOf('%') < 0) {
      return Optional.ofNullable(own);
    }
    try {
      return Optional.ofNullable(tokens.get(URLDecoder.decode(run, StandardCharsets.UTF_8)))
          .map(found -> URLEncoder.encode(found, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
