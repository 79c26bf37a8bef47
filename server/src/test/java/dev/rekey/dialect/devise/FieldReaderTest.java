package dev.rekey.dialect.devise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.dialect.devise.DeviseDialect.Field;
import dev.rekey.dialect.devise.DeviseDialect.Kind;
import dev.rekey.dialect.devise.Misreading.Blemish;
import dev.rekey.dialect.devise.Misreading.Want;
import dev.rekey.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FieldReaderTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "TEXT,\"Žofie\",Žofie",
        "TEXT,\" a \",` a `",
        "TEXT,\"\",``",
        "TEXT,17,17",
        "TEXT,true,true",
        "NUMBER,17,17",
        "NUMBER,\" -0.5 \",-0.5",
        "NUMBER,8.50,8.5",
        "NUMBER,1e2,100.0",
        "BOOLEAN,true,true",
        "BOOLEAN,\"1\",true",
        "BOOLEAN,1,true",
        "BOOLEAN,\"ON\",true",
        "BOOLEAN,false,false",
        "BOOLEAN,\"0\",false",
        "BOOLEAN,\"No\",false"
      })
  void keepsAValueAsTheKindThatItIs(Kind kind, String sent, String kept) {
    assertThat(FieldReader.read(user("{\"x\":" + sent + "}"), writable(kind)))
        .containsEntry("x", Optional.of(kept));
    assertThat(FieldReader.blemishes(user("{\"x\":" + sent + "}"), writable(kind))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "TEXT,null",
        "NUMBER,null",
        "NUMBER,\"\"",
        "NUMBER,\" \"",
        "BOOLEAN,null",
        "BOOLEAN,\"\""
      })
  void emptiesAField(Kind kind, String sent) {
    assertThat(FieldReader.read(user("{\"x\":" + sent + "}"), writable(kind)))
        .containsEntry("x", Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "TEXT,[],SENSE",
        "TEXT,{},SENSE",
        "TEXT,\"a\\u0000b\",SENSE",
        "NUMBER,\"seven\",NUMBER",
        "NUMBER,true,NUMBER",
        "NUMBER,\"7.5e\",NUMBER",
        "NUMBER,\"007\",NUMBER",
        "NUMBER,1e400,NUMBER",
        "NUMBER,9999999999999999999,NUMBER",
        "NUMBER,[1],SENSE",
        "BOOLEAN,\"perhaps\",SENSE",
        "BOOLEAN,2,SENSE",
        "BOOLEAN,{},SENSE"
      })
  void refusesWhatIsNotOfTheKind(Kind kind, String sent, Want want) {
    assertThat(FieldReader.blemishes(user("{\"x\":" + sent + "}"), writable(kind)))
        .containsExactly(new Blemish("x", want));
  }

  @Test
  void aTextHasALongestLengthInCodePoints() {
    String longest = "😀".repeat(FieldReader.LONGEST);

    assertThat(FieldReader.blemishes(user("{\"x\":\"" + longest + "\"}"), writable(Kind.TEXT)))
        .isEmpty();
    assertThat(FieldReader.blemishes(user("{\"x\":\"" + longest + "!\"}"), writable(Kind.TEXT)))
        .containsExactly(new Blemish("x", Want.BREVITY));
  }

  @Test
  void whatIsNotSentStaysAndWhatIsNotWritableIsPassedOver() {
    assertThat(FieldReader.read(user("{\"y\":1,\"id\":2}"), writable(Kind.TEXT))).isEmpty();
    assertThat(FieldReader.blemishes(user("{\"y\":[]}"), writable(Kind.TEXT))).isEmpty();
  }

  @Test
  void theNameIsReadApart() {
    List<Field> writable = List.of(Field.text("username"));

    assertThat(FieldReader.read(user("{\"username\":\"ada\"}"), writable)).isEmpty();
    assertThat(FieldReader.blemishes(user("{\"username\":17}"), writable))
        .containsExactly(new Blemish("username", Want.SENSE));
  }

  private static List<Field> writable(Kind kind) {
    return List.of(new Field("x", kind));
  }

  private static Attributes user(String json) {
    if (Json.parse(json.getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Value(JsonNode node)
        && node instanceof ObjectNode object) {
      return new Attributes(object);
    }
    throw new AssertionError("no object: " + json);
  }
}
