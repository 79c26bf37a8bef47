package dev.rekey.core.store;

/** The fake keeps the contract of the chronicle too. */
class MemoryChronicleTest implements ChronicleContract {

  private final MemoryChronicle chronicle = new MemoryChronicle();

  @Override
  public Chronicle chronicle() {
    return chronicle;
  }
}
