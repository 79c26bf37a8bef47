package dev.rekey.migrate;

import java.util.List;

/** Somebody who is told how an import goes; nothing of it is a secret. */
public interface Onlooker {

  /**
   * A file is begun, or gone on with.
   *
   * @param behind how many of its rows were dealt with before
   */
  void began(String file, long size, long behind);

  /** A batch is committed. */
  void went(Tally tally, long position);

  void remarked(List<Remark> remarks);
}
