package dev.rekey.core.store;

/** The fake keeps the contract of the databases. */
class MemoryAdoptionsTest implements AdoptionsContract {

  private final MemoryStore store = new MemoryStore();

  @Override
  public Ports ports() {
    return store.ports();
  }

  @Override
  public Adoptions adoptions() {
    return store.adoptions();
  }
}
