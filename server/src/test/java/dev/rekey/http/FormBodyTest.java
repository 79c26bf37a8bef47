package dev.rekey.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json.Parsed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

  @Test
  void readsPairsInTheirOrder() {
    assertThat(FormBody.parse("b=1&a=x+y%2B%C3%A4&b=&c&&=e"))
        .contains(
            new Fields(
                List.of(
                    field("b", "1"),
                    field("a", "x y+ä"),
                    field("b", ""),
                    field("c", ""),
                    field("", "e"))));
  }

  @Test
  void readsNothingFromNothing() {
    assertThat(FormBody.parse(new byte[0])).contains(Fields.none());
  }

  @Test
  void takesBareUtf8AsSomeClientsSendIt() {
    assertThat(FormBody.parse("uid=ä@example.org".getBytes(UTF_8)))
        .contains(Fields.none().with("uid", "ä@example.org"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%g0=1", "a=%C3", "a=%C0%AF", "a=%ED%A0%80"})
  void refusesBrokenEncodings(String body) {
    assertThat(FormBody.parse(body)).isEmpty();
    assertThat(FormBody.parseNested(body.getBytes(UTF_8), Doubled.LAST_WINS))
        .isEqualTo(new Parsed.Unreadable());
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    assertThat(FormBody.parse(new byte[] {'a', '=', (byte) 0xE4})).isEqualTo(Optional.empty());
  }

  @Test
  void readsAThousandPairsAndNoMore() {
    assertThat(FormBody.parse("a=1&".repeat(1_000))).isPresent();
    assertThat(FormBody.parse("a=1&".repeat(1_001))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Doubled.class)
  void bracketsMakeObjectsAndLists(Doubled doubled) {
    assertThat(nested("user[password]=x&user[address][city]=y&tags[]=1&tags[]=2&z=", doubled))
        .isEqualTo(
            "{\"user\":{\"password\":\"x\",\"address\":{\"city\":\"y\"}},"
                + "\"tags\":[\"1\",\"2\"],\"z\":\"\"}");
  }

  @ParameterizedTest
  @CsvSource({"a[", "a]", "[a]", "[]", "a[b", "a[b]c", "a[[b]]", "a]b["})
  void whatIsNoBracketIsPartOfTheName(String name) {
    assertThat(nested(name + "=x", Doubled.REFUSE)).isEqualTo("{\"" + name + "\":\"x\"}");
  }

  @Test
  void aSecondValueIsRefusedReplacesOrJoins() {
    assertThat(nested("a=1&a=2", Doubled.REFUSE)).isEqualTo("unreadable");
    assertThat(nested("a=1&a=2", Doubled.LAST_WINS)).isEqualTo("{\"a\":\"2\"}");
    assertThat(nested("a=1&a=2&a=3", Doubled.ARRAY)).isEqualTo("{\"a\":[\"1\",\"2\",\"3\"]}");
  }

  @Test
  void theSameHoldsInsideAnObject() {
    assertThat(nested("u[p]=1&u[p]=2", Doubled.REFUSE)).isEqualTo("unreadable");
    assertThat(nested("u[p]=1&u[p]=2", Doubled.LAST_WINS)).isEqualTo("{\"u\":{\"p\":\"2\"}}");
    assertThat(nested("u[p]=1&u[p]=2", Doubled.ARRAY)).isEqualTo("{\"u\":{\"p\":[\"1\",\"2\"]}}");
  }

  @ParameterizedTest
  @EnumSource(Doubled.class)
  void oneNameIsNotTwoThings(Doubled doubled) {
    assertThat(nested("a=1&a[b]=2", doubled)).isEqualTo("unreadable");
    assertThat(nested("a[]=1&a[b]=2", doubled)).isEqualTo("unreadable");
    assertThat(nested("a[b]=1&a[]=2", doubled)).isEqualTo("unreadable");
  }

  @Test
  void inRackAPlainValueReplacesWhateverItFinds() {
    assertThat(nested("a[b]=1&a=2", Doubled.LAST_WINS)).isEqualTo("{\"a\":\"2\"}");
    assertThat(nested("a[]=1&a=2", Doubled.LAST_WINS)).isEqualTo("{\"a\":\"2\"}");
    assertThat(nested("a[b]=1&a=2", Doubled.REFUSE)).isEqualTo("unreadable");
    assertThat(nested("a[b]=1&a=2", Doubled.ARRAY)).isEqualTo("unreadable");
  }

  @Test
  void expressMixesPlainAndListedValues() {
    assertThat(nested("a=1&a[]=2", Doubled.ARRAY)).isEqualTo("{\"a\":[\"1\",\"2\"]}");
    assertThat(nested("a[]=1&a=2", Doubled.ARRAY)).isEqualTo("{\"a\":[\"1\",\"2\"]}");
    assertThat(nested("a=1&a[]=2", Doubled.LAST_WINS)).isEqualTo("unreadable");
  }

  @Test
  void listsOfObjectsAreNobodysPassword() {
    assertThat(nested("a[][b]=1", Doubled.LAST_WINS)).isEqualTo("unreadable");
  }

  @Test
  void goesNoDeeperThanThirtyTwo() {
    assertThat(nested("a" + "[b]".repeat(31) + "=x", Doubled.REFUSE)).startsWith("{");
    assertThat(nested("a" + "[b]".repeat(32) + "=x", Doubled.REFUSE)).isEqualTo("unreadable");
  }

  private static Fields.Field field(String name, String value) {
    return new Fields.Field(name, value);
  }

  private static String nested(String body, Doubled doubled) {
    return switch (FormBody.parseNested(body.getBytes(UTF_8), doubled)) {
      case Parsed.Value(var node) -> node.toString();
      case Parsed.Unreadable() -> "unreadable";
    };
  }
}
