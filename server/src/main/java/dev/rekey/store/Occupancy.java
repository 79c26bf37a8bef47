package dev.rekey.store;

import dev.rekey.core.account.Logins;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.arrival.Occupied;
import dev.rekey.store.Register.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whose the names and ids are that a batch wants: read at once, and kept up as it is taken in. */
final class Occupancy implements Occupied {

  private final Register register;
  private final Map<String, List<Name>> names = new HashMap<>();
  private final Map<Wire, Map<String, Holder>> ids = new EnumMap<>(Wire.class);
  private final Map<Holder, Logins> called = new HashMap<>();

  private Occupancy(Register register) {
    this.register = register;
  }

  static Occupancy of(Register register, List<Arrival> arrivals) {
    Occupancy occupancy = new Occupancy(register);
    occupancy.look(arrivals);
    return occupancy;
  }

  private void look(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      arrival.logins().all().forEach(name -> names.put(Occupied.fold(name), List.of()));
    }
    register.names(names.keySet()).forEach(this::note);
    for (Wire wire : Wire.values()) {
      ids.put(wire, new HashMap<>(register.ids(wire, wanted(arrivals, wire))));
    }
  }

  private static Collection<String> wanted(List<Arrival> arrivals, Wire wire) {
    return arrivals.stream().map(Arrival::ids).flatMap(of(wire)).distinct().toList();
  }

  private static Function<Arrival.Ids, Stream<String>> of(Wire wire) {
    return switch (wire) {
      case NUMBER -> ids -> ids.number().map(String::valueOf).stream();
      case HEX24 -> ids -> ids.hex24().stream();
      case HEX32 -> ids -> ids.hex32().stream();
    };
  }

  private void note(Name name) {
    names.merge(Occupied.fold(name.text()), List.of(name), Occupancy::joined);
  }

  /** Nearly every name is one account's, and has one spelling. */
  private static List<Name> joined(List<Name> alike, List<Name> more) {
    Name name = more.getFirst();
    List<Name> all = new ArrayList<>(alike);
    all.removeIf(old -> old.holder().equals(name.holder()) && old.text().equals(name.text()));
    all.add(name);
    return all.size() == 1 ? more : all;
  }

  /** From now on these are the holder's. */
  void settle(Holder holder, Logins logins, Arrival.Ids given) {
    logins.all().forEach(name -> note(new Name(name, isEmail(logins, name), holder)));
    for (Wire wire : Wire.values()) {
      Map<String, Holder> known = ids.computeIfAbsent(wire, _ -> new HashMap<>());
      of(wire).apply(given).forEach(id -> known.put(id, holder));
    }
    called.put(holder, logins);
  }

  private static boolean isEmail(Logins logins, String name) {
    return logins.email().filter(name::equals).isPresent();
  }

  @Override
  public List<Name> names(String folded) {
    List<Name> known = names.get(folded);
    if (known == null) {
      names.put(folded, List.of());
      register.names(List.of(folded)).forEach(this::note);
      return names.getOrDefault(folded, List.of());
    }
    return known;
  }

  @Override
  public Optional<Holder> number(long number) {
    return holder(Wire.NUMBER, Long.toString(number));
  }

  @Override
  public Optional<Holder> hex24(String digits) {
    return holder(Wire.HEX24, digits);
  }

  @Override
  public Optional<Holder> hex32(String digits) {
    return holder(Wire.HEX32, digits);
  }

  private Optional<Holder> holder(Wire wire, String id) {
    return Optional.ofNullable(ids.getOrDefault(wire, Map.of()).get(id));
  }

  @Override
  public Logins namesOf(Holder holder) {
    Logins known = called.get(holder);
    return known == null ? register.namesOf(holder) : known;
  }
}
