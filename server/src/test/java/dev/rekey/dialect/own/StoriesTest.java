package dev.rekey.dialect.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.http.Fields;
import dev.rekey.transcript.Stories;
import dev.rekey.transcript.Wire;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The built server's answers to the stories of this wire, every one, are held to the document. */
class StoriesTest {

  private final Document document = Document.kept();
  private final Set<String> seen = new ConcurrentSkipListSet<>();

  @TempDir Path folder;

  @TestFactory
  Stream<? extends DynamicNode> everyAnswerIsDocumented() {
    TestServer server = TestServer.onSqlite(folder, Map.of());
    return Stream.concat(
            Stories.of("own", server, this::hold),
            Stream.of(DynamicTest.dynamicTest("every operation is told of", this::holdAll)))
        .onClose(server::close);
  }

  private void hold(String line, List<String> headers, Wire.Answer answer) {
    String[] parts = line.split(" ");
    String path = parts[1].split("\\?", 2)[0].substring(Scene.PREFIX.length());
    Fields fields = Fields.none();
    for (Wire.Header header : answer.headers()) {
      fields = fields.with(header.name(), header.value());
    }
    assertThat(
            document.mistakes(
                new Document.Seen(parts[0], path, answer.status(), fields, answer.body())))
        .isEmpty();
    if (answer.status() < 300) {
      document.operationOf(parts[0], path).ifPresent(seen::add);
    }
  }

  private void holdAll() {
    assertThat(new TreeSet<>(seen)).containsAll(document.operations());
  }
}
