package dev.rekey.core.store;

/** The fake keeps the contract of the databases. */
class MemoryNamedTokensTest implements NamedTokensContract {

  private final MemoryStore store = new MemoryStore();

  @Override
  public Ports ports() {
    return store.ports();
  }

  @Override
  public NamedTokens namedTokens() {
    return store.namedTokens();
  }
}
