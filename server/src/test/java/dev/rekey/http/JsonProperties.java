package dev.rekey.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonProperties {

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] body) {
    assertThat(Json.parse(body)).isNotNull();
    assertThat(Json.parse(Json.withoutMark(body))).isNotNull();
  }

  @Property
  void almostJsonIsReadOrRefused(@ForAll("almostJson") String body) {
    if (Json.parse(body.getBytes(UTF_8)) instanceof Json.Parsed.Value(var node)) {
      assertThat(Json.parse(Json.write(node))).isEqualTo(new Json.Parsed.Value(node));
    }
  }

  @Property(tries = 200)
  void whatIsWrittenReadsTheSame(@ForAll Map<String, String> members) {
    if (members.toString().codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      return;
    }
    Json.Parsed parsed = Json.parse(Json.write(members));
    assertThat(parsed).isInstanceOf(Json.Parsed.Value.class);
    members.forEach((name, value) ->
        assertThat(((Json.Parsed.Value) parsed).node().get(name).stringValue()).isEqualTo(value));
  }

  @Provide
  Arbitrary<String> almostJson() {
    return Arbitraries.of(
            "{", "}", "[", "]", ":", ",", "\"a\"", "\"", "\\", "\\u", "d800", "1", "-", "e9",
            "null", "true", " ", "\0", "ä", "\uFEFF")
        .list()
        .ofMaxSize(12)
        .map(list -> String.join("", list));
  }
}
