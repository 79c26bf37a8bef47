package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.store.postgres.PostgresForTests;
import dev.rekey.transcript.Shipped;
import dev.rekey.transcript.Stories;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every story of every wire is told by the built server as it is written, on either storage. */
class TranscriptsTest {

  @TempDir Path folder;

  @TestFactory
  Stream<? extends DynamicNode> onSqlite() {
    TestServer server = TestServer.onSqlite(folder, Map.of());
    return Stories.on(server).onClose(server::close);
  }

  @TestFactory
  Stream<? extends DynamicNode> onPostgres() throws Exception {
    TestServer server =
        TestServer.onPostgres(folder, PostgresForTests.shared().freshUrlWithPassword(), Map.of());
    return Stories.on(server).onClose(server::close);
  }

  @Test
  void everyWireHasItsStories() {
    assertThat(Shipped.wires()).containsExactly("devise", "ocariot", "onezone", "own", "tokenauth");
  }
}
