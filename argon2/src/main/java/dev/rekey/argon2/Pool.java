package dev.rekey.argon2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Workspaces that nobody uses at the moment, the last used on top: it is the warmest. */
final class Pool {

  private final Supplier<Compression> form;
  private final int most;
  private final Deque<Workspace> idle = new ArrayDeque<>();

  /** A pool that keeps {@code most} workspaces and drops what is given back beyond them. */
  Pool(Supplier<Compression> form, int most) {
    if (most < 0) {
      throw new IllegalArgumentException("a pool cannot keep %d workspaces".formatted(most));
    }
    this.form = form;
    this.most = most;
  }

  /** A workspace that is the caller's alone until it is given back. */
  Workspace take() {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return new Workspace(form.get());
  }

  /** Wipes a workspace, whatever became of the hash, and keeps it if there is room. */
  void giveBack(Workspace workspace) {
    workspace.wipe();
    synchronized (idle) {
      if (idle.size() < most) {
        idle.push(workspace);
      }
    }
  }

  void clear() {
    synchronized (idle) {
      idle.clear();
    }
  }

  List<Workspace> idle() {
    synchronized (idle) {
      return List.copyOf(idle);
    }
  }
}
