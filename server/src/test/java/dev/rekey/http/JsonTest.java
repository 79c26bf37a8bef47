package dev.rekey.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonTest {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  @Test
  void readsOneValue() {
    assertThat(read("{\"user\":{\"password\":\"ä😀\"},\"n\":[1,true,null]}").toString())
        .isEqualTo("{\"user\":{\"password\":\"ä😀\"},\"n\":[1,true,null]}");
    assertThat(read(" \r\n\t\"x\" ").stringValue()).isEqualTo("x");
    assertThat(read("null").isNull()).isTrue();
  }

  @Test
  void joinsAnEscapedPair() {
    assertThat(read("\"\\ud83d\\ude00\"").stringValue()).isEqualTo("😀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "nul",
        "{}{}",
        "{} x",
        "{}\0",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1,\"\\u0061\":2}",
        "{'a':1}",
        "{a:1}",
        "[1,]",
        "{\"a\":1,}",
        "[01]",
        "[+1]",
        "[.5]",
        "[NaN]",
        "[0x1]",
        "// x\n1",
        "\"\t\"",
        "\"\\x\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"\\ud800\":1}",
        "[[\"\\udfff\"]]",
        "\uFEFF{}"
      })
  void refusesWhatIsNotQuiteJson(String text) {
    assertThat(Json.parse(text.getBytes(UTF_8))).isEqualTo(new Json.Parsed.Unreadable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22c0af22", // an overlong slash
        "22e080af22", // an overlong slash in three bytes
        "22eda08022", // a surrogate
        "22eda0bdedb88022", // a pair of surrogates, each encoded
        "22f490808022", // beyond the last code point
        "22c322", // a cut sequence
        "22ff22",
        "22e422" // Latin-1
      })
  void refusesIllFormedUtf8(String hex) {
    assertThat(Json.parse(HexFormat.of().parseHex(hex))).isEqualTo(new Json.Parsed.Unreadable());
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(Json.parse("\"ä\"".getBytes(ISO_8859_1))).isEqualTo(new Json.Parsed.Unreadable());
    assertThat(Json.parse("{}".getBytes(UTF_16))).isEqualTo(new Json.Parsed.Unreadable());
  }

  @Test
  void goesNoDeeperThanThirtyTwo() {
    assertThat(Json.parse(nested(32))).isInstanceOf(Json.Parsed.Value.class);
    assertThat(Json.parse(nested(33))).isEqualTo(new Json.Parsed.Unreadable());
    assertThat(Json.parse(nested(30_000))).isEqualTo(new Json.Parsed.Unreadable());
  }

  @Test
  void takesNoEndlessTextOrNumber() {
    assertThat(Json.parse(quoted(65_536))).isInstanceOf(Json.Parsed.Value.class);
    assertThat(Json.parse(quoted(65_537))).isEqualTo(new Json.Parsed.Unreadable());
    assertThat(Json.parse("1".repeat(100).getBytes(UTF_8))).isInstanceOf(Json.Parsed.Value.class);
    assertThat(Json.parse("1".repeat(101).getBytes(UTF_8))).isEqualTo(new Json.Parsed.Unreadable());
  }

  @Test
  void takesOneByteOrderMarkOffOnRequest() {
    byte[] marked = (new String(MARK, UTF_8) + "{}").getBytes(UTF_8);
    assertThat(Json.withoutMark(marked)).isEqualTo("{}".getBytes(UTF_8));
    assertThat(Json.withoutMark(MARK)).isEmpty();
    byte[] plain = "{}".getBytes(UTF_8);
    assertThat(Json.withoutMark(plain)).isSameAs(plain);
  }

  @Test
  void whatWasReadDoesNotPrintItself() {
    assertThat(Json.parse("{\"password\":\"s3cret\"}".getBytes(UTF_8)).toString())
        .isEqualTo("Value[OBJECT]");
  }

  @Test
  void writesCompactlyInOrderAndUnescaped() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("z", "ä/😀<&>");
    members.put("a", List.of(1, true, "\"\\\n"));
    members.put("m", null);
    assertThat(new String(Json.write(members), UTF_8))
        .isEqualTo("{\"z\":\"ä/😀<&>\",\"a\":[1,true,\"\\\"\\\\\\n\"],\"m\":null}");
  }

  @Test
  void writesRecordsInTheOrderOfTheirComponents() {
    record Words(String second, int first) {}
    assertThat(new String(Json.write(new Words("x", 1)), UTF_8))
        .isEqualTo("{\"second\":\"x\",\"first\":1}");
  }

  @Test
  void writesWhatItRead() {
    String text = "{\"b\":1,\"a\":{\"ü\":[\"x\",2.5,false,null]}}";
    assertThat(new String(Json.write(read(text)), UTF_8)).isEqualTo(text);
  }

  private static JsonNode read(String text) {
    return ((Json.Parsed.Value) Json.parse(text.getBytes(UTF_8))).node();
  }

  private static byte[] nested(int depth) {
    return ("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
  }

  private static byte[] quoted(int length) {
    return ('"' + "a".repeat(length) + '"').getBytes(UTF_8);
  }
}
