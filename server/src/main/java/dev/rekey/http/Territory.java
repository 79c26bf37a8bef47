package dev.rekey.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a mount owns of the path space, ready to be searched. */
final class Territory {

  private static final String GET = "GET";
  private static final String HEAD = "HEAD";

  private final Mount mount;
  private final PathRules rules;
  private final Map<Integer, List<PathPattern>> patternsByLength = new HashMap<>();

  Territory(Mount mount) {
    this.mount = mount;
    this.rules = mount.pathRules();
    refuseDoubles();
    for (Route route : mount.routes()) {
      add(PathPattern.of(route));
    }
    patternsByLength.values().forEach(list -> list.sort(PathPattern.MOST_SPECIFIC_FIRST));
  }

  Mount mount() {
    return mount;
  }

  /** Whether the path lies under the prefix, in any of the ways in which this wire reads it. */
  boolean owns(List<String> prefix, RawPath path) {
    return path.readings(rules).stream().anyMatch(reading -> startsWith(reading, prefix));
  }

  /** A route for HEAD is one for GET where there is no other: the engine drops the body. */
  Router.Finding find(String method, RawPath path) {
    List<Router.Found> matches = matches(path);
    Optional<Router.Found> found = forVerb(method, matches);
    if (found.isEmpty() && method.equals(HEAD)) {
      found = forVerb(GET, matches);
    }
    return found.isPresent() ? found.get() : new Router.Missed(mount, fault(matches));
  }

  private List<Router.Found> matches(RawPath path) {
    List<Router.Found> matches = new ArrayList<>();
    for (List<String> reading : path.readings(rules)) {
      for (PathPattern pattern : patternsByLength.getOrDefault(reading.size(), List.of())) {
        pattern
            .match(reading, rules)
            .map(parameters -> new Router.Found(mount, pattern.route(), parameters))
            .ifPresent(matches::add);
      }
    }
    return matches;
  }

  private static Optional<Router.Found> forVerb(String verb, List<Router.Found> matches) {
    return matches.stream().filter(match -> match.route().method().equals(verb)).findFirst();
  }

  private static Fault fault(List<Router.Found> matches) {
    if (matches.isEmpty()) {
      return new Fault.UnknownPath();
    }
    SortedSet<String> allowed = new TreeSet<>();
    matches.forEach(match -> allowed.add(match.route().method()));
    if (allowed.contains(GET)) {
      allowed.add(HEAD);
    }
    return new Fault.UnknownMethod(allowed);
  }

  private boolean startsWith(List<String> path, List<String> prefix) {
    if (path.size() < prefix.size()) {
      return false;
    }
    for (int i = 0; i < prefix.size(); i++) {
      if (!PathPattern.same(prefix.get(i), path.get(i), rules)) {
        return false;
      }
    }
    return true;
  }

  private void add(PathPattern pattern) {
    int length = pattern.segments().size();
    patternsByLength.computeIfAbsent(length, _ -> new ArrayList<>()).add(pattern);
  }

  private void refuseDoubles() {
    Set<String> seen = new HashSet<>();
    for (Route route : mount.routes()) {
      String shape = route.method() + ' ' + route.path().replaceAll("\\{[^/]*}", "{}");
      if (!seen.add(shape)) {
        throw new IllegalArgumentException(mount.name() + " has two routes for " + shape);
      }
    }
  }
}
