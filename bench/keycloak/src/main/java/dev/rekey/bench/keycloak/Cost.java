package dev.rekey.bench.keycloak;

/** What an Argon2id hash costs on both sides. */
record Cost(int memoryKiB, int passes, int lanes) {

  static final Cost BOTH = new Cost(19_456, 2, 1);

  @Override
  public String toString() {
    return "Argon2id, version 1.3, m=" + memoryKiB + " KiB, t=" + passes + ", p=" + lanes;
  }
}
