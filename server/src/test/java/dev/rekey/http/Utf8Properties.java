package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is taken for text is well-formed, and nothing well-formed is refused. */
class Utf8Properties {

  @Property
  void bytesAreTakenAsTheStrictDecoderTakesThem(@ForAll byte[] bytes) {
    assertThat(Utf8.decode(bytes)).isEqualTo(strictly(bytes));
  }

  @Property
  void aTextComesBack(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8.decode(bytes)).contains(new String(bytes, StandardCharsets.UTF_8));
  }

  @Example
  void whoWritesTheReplacementCharacterMeansIt() {
    assertThat(Utf8.decode("a\uFFFDb".getBytes(StandardCharsets.UTF_8))).contains("a\uFFFDb");
  }

  @Example
  void overlongFormsSurrogatesAndCutSequencesAreRefused() {
    assertThat(Utf8.decode(new byte[] {(byte) 0xC0, (byte) 0xAF})).isEmpty();
    assertThat(Utf8.decode(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})).isEmpty();
    assertThat(Utf8.decode(new byte[] {'a', (byte) 0xE2, (byte) 0x82})).isEmpty();
  }

  private static Optional<String> strictly(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
