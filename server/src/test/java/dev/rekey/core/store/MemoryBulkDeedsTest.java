package dev.rekey.core.store;

/** The fake keeps the contract of the databases. */
class MemoryBulkDeedsTest implements BulkDeedsContract {

  private final MemoryStore store = new MemoryStore();

  @Override
  public Ports ports() {
    return store.ports();
  }

  @Override
  public BulkDeeds bulkDeeds() {
    return store.bulkDeeds();
  }
}
