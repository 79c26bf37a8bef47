package dev.rekey.core.store;

/** The fake keeps the contracts too: what is tested on it holds on a database. */
class MemoryStoreTest implements StoreContract {

  private final MemoryStore store = new MemoryStore();

  @Override
  public Ports ports() {
    return store.ports();
  }
}
