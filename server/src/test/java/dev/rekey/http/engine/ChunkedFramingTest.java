package dev.rekey.http.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedFramingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "3\r\nab",
        "0\r\n\r\n",
        "3\r\nabc\r\n0\r\n\r\n",
        "00000003\r\n\r\n\r\r\n0\r\n\r\n",
        "aB\r\n",
        "0\r\n\r\nGET / HTTP/1.1"
      })
  void followsWhatIsInItsPlace(String body) {
    assertThatCode(() -> inOne(body)).doesNotThrowAnyException();
    assertThatCode(() -> byteByByte(body)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n",
        "x",
        "+3\r\n",
        " 3\r\n",
        "3 \r\n",
        "3;a=b\r\n",
        "3\n",
        "3\r\r",
        "3\r\nabcd",
        "3\r\nabc\n",
        "3\r\nabc\r\r",
        "0\r\nX: y\r\n",
        "0\r\n\n",
        "000000003\r\n",
        "3\r\nabc\r\n\r\n"
      })
  void stopsAtTheFirstThatIsNot(String body) {
    assertThatThrownBy(() -> inOne(body)).isInstanceOf(ChunkedFraming.OutOfPlace.class);
    assertThatThrownBy(() -> byteByByte(body)).isInstanceOf(ChunkedFraming.OutOfPlace.class);
  }

  private static void inOne(String body) {
    new ChunkedFraming().follow(body.getBytes(US_ASCII));
  }

  private static void byteByByte(String body) {
    ChunkedFraming framing = new ChunkedFraming();
    for (byte next : body.getBytes(US_ASCII)) {
      framing.follow(new byte[] {next});
    }
  }
}
