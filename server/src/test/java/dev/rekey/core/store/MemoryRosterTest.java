package dev.rekey.core.store;

/** The fake keeps the contracts too: what is tested on it holds on a database. */
class MemoryRosterTest implements RosterContract {

  private final MemoryRoster roster = new MemoryRoster(new MemoryStore());

  @Override
  public RosterPorts roster() {
    return roster.ports();
  }
}
