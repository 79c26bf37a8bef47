package dev.rekey.core.arrival;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody of another system, as the account that it is to become.
 *
 * @param place where the row stands in what was read, counted from one
 * @param line the line on which the row begins
 * @param tokens the running sessions that it brings along
 * @param letters the letters that are on their way to its owner
 * @param left what the other system had of it and is not taken over, in words without a secret
 */
public record Arrival(
    long place,
    long line,
    Logins logins,
    Role role,
    Profile profile,
    Ids ids,
    Credential credential,
    Set<String> privileges,
    Confirmation confirmation,
    boolean disabled,
    Moments moments,
    List<Token> tokens,
    List<Letter> letters,
    List<String> left) {

  public Arrival {
    privileges = Set.copyOf(privileges);
    tokens = List.copyOf(tokens);
    letters = List.copyOf(letters);
    left = List.copyOf(left);
  }

  /** One of whom nothing stays behind. */
  public Arrival(
      long place,
      long line,
      Logins logins,
      Role role,
      Profile profile,
      Ids ids,
      Credential credential,
      Set<String> privileges,
      Confirmation confirmation,
      boolean disabled,
      Moments moments,
      List<Token> tokens,
      List<Letter> letters) {
    this(
        place,
        line,
        logins,
        role,
        profile,
        ids,
        credential,
        privileges,
        confirmation,
        disabled,
        moments,
        tokens,
        letters,
        List.of());
  }

  /** The ids that clients know it by; what is empty is made up. */
  public record Ids(Optional<Long> number, Optional<String> hex24, Optional<String> hex32) {

    private static final Ids NONE = new Ids(Optional.empty(), Optional.empty(), Optional.empty());

    public Ids {
      if (number.filter(value -> value < 1).isPresent()) {
        throw new IllegalArgumentException("a number id is positive, found: " + number.get());
      }
      requireHex(hex24, 24);
      requireHex(hex32, 32);
    }

    public static Ids none() {
      return NONE;
    }

    public static Ids ofNumber(long number) {
      return new Ids(Optional.of(number), Optional.empty(), Optional.empty());
    }

    public static Ids ofHex24(String digits) {
      return new Ids(Optional.empty(), Optional.of(digits), Optional.empty());
    }

    public static Ids ofHex32(String digits) {
      return new Ids(Optional.empty(), Optional.empty(), Optional.of(digits));
    }

    /** These where they are given, else those. */
    public WireIds or(WireIds others) {
      return new WireIds(
          number.orElse(others.number()),
          hex24.orElse(others.hex24()),
          hex32.orElse(others.hex32()));
    }

    private static void requireHex(Optional<String> id, int digits) {
      if (id.filter(text -> !isHex(text, digits)).isPresent()) {
        throw new IllegalArgumentException(
            digits + " lower-case hex digits expected, found " + id.get().length() + " characters");
      }
    }

    private static boolean isHex(String text, int digits) {
      return text.length() == digits
          && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
  }

  /** A running session, by what the other system kept of it. */
  public record Token(
      String wire,
      Grant.Kind kind,
      String key,
      Optional<Grant.Trail> trail,
      Instant issuedAt,
      Instant expiresAt) {

    public Grant grantOf(AccountId account) {
      return new Grant(
          new Grant.Ref(account, kind, key), wire, trail, issuedAt, expiresAt, "imported", "");
    }
  }

  /** A letter whose link is to go on working. */
  public record Letter(
      Ticket.Purpose purpose, TokenDigest digest, Instant issuedAt, Instant expiresAt) {

    public Ticket ticketOf(AccountId account) {
      return new Ticket(account, purpose, digest, issuedAt, expiresAt);
    }
  }

  public Arrival with(Logins others, Ids otherIds) {
    return new Arrival(
        place,
        line,
        others,
        role,
        profile,
        otherIds,
        credential,
        privileges,
        confirmation,
        disabled,
        moments,
        tokens,
        letters,
        left);
  }

  /**
   * What becomes of somebody who is here already: everything stays, and what was missing comes from
   * the arrival.
   *
   * @param names what it is called afterwards
   * @param wireIds its ids afterwards
   */
  public Account into(Account account, Logins names, WireIds wireIds, Instant at) {
    return new Account(
        account.id(),
        account.realm(),
        wireIds,
        names,
        account.role(),
        filledUp(account.profile()),
        filledUp(account.credential()),
        union(account.privileges(), privileges),
        new Confirmation(
            account.confirmation().confirmedAt().or(confirmation::confirmedAt),
            account.confirmation().pendingEmail()),
        account.disabled(),
        new Moments(
            account.createdAt(),
            at,
            account.moments().lastSignInAt().or(moments::lastSignInAt),
            account.moments().sessionsEndedAt(),
            account.moments().frozenAt()));
  }

  private Profile filledUp(Profile old) {
    Map<String, String> fields = new LinkedHashMap<>(old.fields());
    profile.fields().forEach(fields::putIfAbsent);
    return new Profile(fields);
  }

  private Credential filledUp(Credential old) {
    return old.hash().isPresent() || credential.hash().isEmpty()
        ? old
        : new Credential(
            credential.hash(),
            old.version() + 1,
            old.passwordLogin() || credential.passwordLogin(),
            credential.changedAt(),
            credential.mustChange().or(old::mustChange));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Whoever it is, is nobody's business in a log. */
  @Override
  public String toString() {
    return "Arrival[line " + line + ']';
  }
}
