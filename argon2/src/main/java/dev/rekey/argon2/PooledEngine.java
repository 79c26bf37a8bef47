package dev.rekey.argon2;

import java.util.function.Supplier;

/** An engine that computes with one form of the compression, in workspaces that it keeps. */
final class PooledEngine implements Argon2Engine {

  private final String name;
  private final Pool pool;

  PooledEngine(String name, Supplier<Compression> form, int idle) {
    this.name = name;
    this.pool = new Pool(form, idle);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] hash(Argon2Parameters parameters, Argon2Input input) {
    Workspace workspace = pool.take();
    try {
      return new Computation(parameters, workspace).run(input);
    } finally {
      pool.giveBack(workspace);
    }
  }

  @Override
  public void release() {
    pool.clear();
  }

  /** To see in tests what is left in them. */
  Pool pool() {
    return pool;
  }

  @Override
  public String toString() {
    return name;
  }
}
