package dev.rekey.store;

import dev.rekey.core.account.Logins;
import dev.rekey.core.arrival.Occupied.Holder;
import dev.rekey.core.arrival.Occupied.Name;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whose names and ids are, asked for many at a time. */
interface Register {

  /** The names of the realm that read so when they are folded. */
  List<Name> names(Collection<String> folded);

  /** The holders of those ids of one wire that are somebody's, by the ids as text. */
  Map<String, Holder> ids(Wire wire, Collection<String> ids);

  Logins namesOf(Holder holder);

  /** An id that each account has. */
  enum Wire {
    NUMBER,
    HEX24,
    HEX32
  }
}
