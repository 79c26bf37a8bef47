package dev.rekey.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which mount owns a path, and which of its routes answers. */
public final class Router {

  private final List<Claim> claims;
  private final Territory wilderness;

  /** By path and verb, what comes of a request for a route as it is written: nearly all are. */
  private final Map<String, Map<String, Finding>> asWritten = new HashMap<>();

  /** A prefix, cut into segments, and whose it is. */
  private record Claim(List<String> prefix, Territory territory) {}

  /** What the router found: a route or a fault, and in either case whose words are to be used. */
  public sealed interface Finding {
    Mount mount();

    /** The place in the path space by its template, for logs: never what the caller wrote. */
    String place();
  }

  /** A route, with the values of its path's parameters. */
  public record Found(Mount mount, Route route, Map<String, String> parameters) implements Finding {
    @Override
    public String place() {
      return route.path();
    }
  }

  /** No route, and why. */
  public record Missed(Mount mount, Fault fault) implements Finding {
    @Override
    public String place() {
      return '(' + mount.name() + ')';
    }
  }

  /**
   * @param mounts who owns what; no prefix twice
   * @param fallback answers for the paths that no mount owns
   */
  public Router(List<Mount> mounts, Mount fallback) {
    this.claims = claims(mounts);
    this.wilderness = new Territory(fallback);
    mounts.stream().flatMap(mount -> mount.routes().stream()).forEach(this::remember);
  }

  /** A router whose {@link FallbackMount} answers for the rest. */
  public static Router of(List<Mount> mounts) {
    return new Router(mounts, new FallbackMount());
  }

  private void remember(Route route) {
    asWritten
        .computeIfAbsent(route.path(), _ -> new HashMap<>())
        .put(route.method(), search(route.method(), route.path()));
  }

  public Finding find(String method, String path) {
    Finding known = asWritten.getOrDefault(path, Map.of()).get(method);
    return known == null ? search(method, path) : known;
  }

  private Finding search(String method, String path) {
    RawPath asked = RawPath.of(path);
    Territory owner = ownerOf(asked);
    if (!asked.wellFormed()) {
      return new Missed(owner.mount(), new Fault.Malformed());
    }
    return owner.find(method, asked);
  }

  /** Whose words are used for what goes wrong under this path. */
  public Mount ownerOf(String path) {
    return ownerOf(RawPath.of(path)).mount();
  }

  private Territory ownerOf(RawPath path) {
    for (Claim claim : claims) {
      if (claim.territory().owns(claim.prefix(), path)) {
        return claim.territory();
      }
    }
    return wilderness;
  }

  private static List<Claim> claims(List<Mount> mounts) {
    List<Claim> claims = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Mount mount : mounts) {
      Territory territory = new Territory(mount);
      for (String prefix : mount.prefixes()) {
        if (!taken.add(prefix)) {
          throw new IllegalArgumentException("two mounts claim " + prefix);
        }
        claims.add(new Claim(RawPath.of(prefix).segments(), territory));
      }
      refuseStrays(mount, territory);
    }
    claims.sort(Comparator.comparingInt((Claim claim) -> claim.prefix().size()).reversed());
    return List.copyOf(claims);
  }

  private static void refuseStrays(Mount mount, Territory territory) {
    for (Route route : mount.routes()) {
      RawPath path = RawPath.of(route.path());
      boolean inside =
          mount.prefixes().stream()
              .anyMatch(prefix -> territory.owns(RawPath.of(prefix).segments(), path));
      if (!inside) {
        throw new IllegalArgumentException(
            mount.name() + " has a route outside its prefixes: " + route.path());
      }
    }
  }
}
