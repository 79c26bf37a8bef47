package dev.rekey.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Tells who the client is behind the reverse proxies that the operator trusts.
 *
 * <p>From a trusted peer the right-most untrusted address of {@code X-Forwarded-For} counts; from
 * anybody else, and to the left of the first address that nobody trusts, the field is hearsay.
 */
public final class Proxies {

  private static final String HEADER = "x-forwarded-for";

  private final List<AddressRange> trusted;

  /**
   * @param trusted addresses and ranges such as {@code 10.0.0.0/8} or {@code ::1}
   * @throws IllegalArgumentException naming the first that is neither
   */
  public Proxies(List<String> trusted) {
    this.trusted = trusted.stream().map(AddressRange::parse).toList();
  }

  /** The client's address in canonical text form. */
  public String client(InetAddress peer, Fields headers) {
    if (trusted.isEmpty()) {
      return Addresses.canonical(peer);
    }
    return Addresses.canonical(
        client(peer, String.join(",", headers.every(HEADER)).split(",", -1)));
  }

  private InetAddress client(InetAddress peer, String[] forwarded) {
    InetAddress client = peer;
    for (int i = forwarded.length - 1; i >= 0 && isTrusted(client); i--) {
      Optional<InetAddress> next = Addresses.forwarded(forwarded[i].strip());
      if (next.isEmpty()) {
        return client;
      }
      client = next.get();
    }
    return client;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
