package dev.rekey.store;

import dev.rekey.core.store.RosterPorts;

/** The roster of a store, as the tests look at and empty it. */
public final class RosterForTests {

  private RosterForTests() {}

  public static RosterPorts ports(Store store) {
    return new RosterPorts(
        StoreForTests.ports(store), store.institutions(), store.members(), store.groups());
  }

  /** How often the event stands in the trail, whomever it is about. */
  static int times(Store store, String event) {
    return store
        .database()
        .read(handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM audit WHERE event = :event")
                .bind("event", event)
                .mapTo(Integer.class)
                .one());
  }

  static int rows(Store store, String table) {
    return store
        .database()
        .read(handle ->
            handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Integer.class).one());
  }
}
