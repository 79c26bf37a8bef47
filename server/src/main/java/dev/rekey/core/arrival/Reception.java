package dev.rekey.core.arrival;

import dev.rekey.core.account.Logins;
import dev.rekey.core.arrival.Occupied.Holder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges what becomes of an arrival, given whose the names and ids are that it wants. */
public final class Reception {

  private static final int MOST_RENAMES = 99;

  private final OnConflict policy;

  public Reception(OnConflict policy) {
    this.policy = policy;
  }

  /** Says what becomes of it; changes nothing. */
  public Verdict judge(Arrival arrival, Occupied occupied) {
    Clashes clashes = clashes(arrival, occupied);
    if (clashes.isEmpty()) {
      return new Verdict.Taken(arrival);
    }
    return switch (policy) {
      case SKIP -> new Verdict.Refused(arrival, clashes.inWords());
      case MERGE -> merge(arrival, clashes, occupied);
      case RENAME -> rename(arrival, clashes, occupied);
    };
  }

  /** The same, but that an id which is somebody else's stands in nobody's way: another is made. */
  public Verdict judgeByNames(Arrival arrival, Occupied occupied) {
    Verdict verdict = judge(arrival, occupied);
    Clashes clashes = clashes(arrival, occupied);
    return verdict instanceof Verdict.Refused && clashes.byId().findAny().isPresent()
        ? judge(
            arrival.with(arrival.logins(), freeIds(arrival.ids(), clashes, new ArrayList<>())),
            occupied)
        : verdict;
  }

  /** What of an arrival is somebody else's. */
  private record Clashes(
      Optional<Holder> email,
      Optional<Holder> username,
      Optional<Holder> uid,
      Optional<Holder> number,
      Optional<Holder> hex24,
      Optional<Holder> hex32) {

    boolean isEmpty() {
      return email.isEmpty()
          && username.isEmpty()
          && uid.isEmpty()
          && number.isEmpty()
          && hex24.isEmpty()
          && hex32.isEmpty();
    }

    Stream<Holder> byName() {
      return Stream.of(email, username, uid).flatMap(Optional::stream);
    }

    Stream<Holder> byId() {
      return Stream.of(number, hex24, hex32).flatMap(Optional::stream);
    }

    String inWords() {
      List<String> what = new ArrayList<>();
      email.ifPresent(holder -> what.add("the e-mail address is " + whose(holder)));
      username.ifPresent(holder -> what.add("the username is " + whose(holder)));
      uid.filter(_ -> email.isEmpty() && username.isEmpty())
          .ifPresent(holder -> what.add("the uid is " + whose(holder)));
      byId().findFirst().ifPresent(holder -> what.add("the id is " + whose(holder)));
      return String.join("; ", what);
    }
  }

  /** Whom it is told by; an id of the store says nothing to the reader of a report. */
  private static String whose(Holder holder) {
    return holder.newcomer() ? "that of an earlier row" : "that of an account which is here";
  }

  private static Clashes clashes(Arrival arrival, Occupied occupied) {
    Logins logins = arrival.logins();
    return new Clashes(
        logins.email().flatMap(name -> holder(name, true, occupied)),
        logins.username().flatMap(name -> holder(name, false, occupied)),
        logins.uid().flatMap(name -> holder(name, isEmail(logins, name), occupied)),
        arrival.ids().number().flatMap(occupied::number),
        arrival.ids().hex24().flatMap(occupied::hex24),
        arrival.ids().hex32().flatMap(occupied::hex32));
  }

  private static boolean isEmail(Logins logins, String name) {
    return logins.email().filter(name::equals).isPresent();
  }

  /** Another spelling of somebody's address is no name for anybody else. */
  private static Optional<Holder> holder(String name, boolean isEmail, Occupied occupied) {
    List<Occupied.Name> alike = occupied.names(Occupied.fold(name));
    return alike.isEmpty() ? Optional.empty() : holder(name, isEmail, alike);
  }

  private static Optional<Holder> holder(String name, boolean isEmail, List<Occupied.Name> alike) {
    return alike.stream()
        .filter(taken -> isEmail || taken.isEmail() || taken.text().equals(name))
        .map(Occupied.Name::holder)
        .findFirst();
  }

  private static Verdict merge(Arrival arrival, Clashes clashes, Occupied occupied) {
    Set<Holder> holders = new LinkedHashSet<>(clashes.byName().toList());
    if (holders.size() > 1) {
      return new Verdict.Refused(
          arrival, "its names belong to two accounts, so it cannot be merged into one");
    }
    if (holders.isEmpty()) {
      return new Verdict.Refused(arrival, clashes.inWords() + ", which has other names");
    }
    Holder holder = holders.iterator().next();
    Optional<Holder> other = clashes.byId().filter(one -> !one.equals(holder)).findAny();
    if (other.isPresent()) {
      return new Verdict.Refused(arrival, "the id is another account's than the name");
    }
    return merged(arrival, holder, occupied.namesOf(holder));
  }

  /** Whoever came first in an import keeps its ids; ids that were made up here give way. */
  private static Verdict merged(Arrival arrival, Holder holder, Logins old) {
    Logins names =
        new Logins(
            old.email().or(arrival.logins()::email),
            old.username().or(arrival.logins()::username),
            old.uid());
    Arrival.Ids ids = holder.newcomer() ? Arrival.Ids.none() : arrival.ids();
    String whom = holder.newcomer() ? "an earlier row" : "an account which is here";
    String left = holder.newcomer() && !arrival.ids().equals(ids) ? "; its own ids are lost" : "";
    return new Verdict.Merged(arrival, holder, names, ids, "merged into " + whom + left);
  }

  private static Verdict rename(Arrival arrival, Clashes clashes, Occupied occupied) {
    Logins logins = arrival.logins();
    List<String> how = new ArrayList<>();
    Optional<String> email = logins.email().filter(_ -> clashes.email().isEmpty());
    if (logins.email().isPresent() && email.isEmpty()) {
      how.add("without the e-mail address, which is " + whose(clashes.email().orElseThrow()));
    }
    Optional<String> username = logins.username();
    boolean nameless = email.isEmpty() && username.isEmpty();
    if (clashes.username().isPresent() || nameless) {
      username = free(username.or(logins::email).or(logins::uid).orElseThrow(), occupied);
      if (username.isEmpty()) {
        return new Verdict.Refused(arrival, "no name like it is free");
      }
      how.add("renamed to " + username.get());
    }
    Optional<String> uid = logins.uid().filter(_ -> clashes.uid().isEmpty());
    return new Verdict.Renamed(
        arrival.with(new Logins(email, username, uid), freeIds(arrival.ids(), clashes, how)),
        String.join("; ", how));
  }

  private static Arrival.Ids freeIds(Arrival.Ids ids, Clashes clashes, List<String> how) {
    clashes.byId().findAny().ifPresent(holder -> how.add("another id: it is " + whose(holder)));
    return new Arrival.Ids(
        ids.number().filter(_ -> clashes.number().isEmpty()),
        ids.hex24().filter(_ -> clashes.hex24().isEmpty()),
        ids.hex32().filter(_ -> clashes.hex32().isEmpty()));
  }

  private static Optional<String> free(String name, Occupied occupied) {
    for (int i = 2; i <= MOST_RENAMES; i++) {
      String candidate = name + '-' + i;
      if (occupied.names(Occupied.fold(candidate)).isEmpty()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
