package dev.rekey.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormBodyProperties {

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] body, @ForAll FormBody.Doubled doubled) {
    assertThat(FormBody.parse(body)).isNotNull();
    assertThat(FormBody.parseNested(body, doubled)).isNotNull();
  }

  @Property
  void almostAFormIsReadOrRefused(
      @ForAll("almostForms") String body, @ForAll FormBody.Doubled doubled) {
    assertThat(FormBody.parseNested(body.getBytes(UTF_8), doubled)).isNotNull();
  }

  @Property(tries = 200)
  void whatWasEncodedComesBack(@ForAll Map<String, String> pairs) {
    Assume.that(UTF_8.newEncoder().canEncode(pairs.toString()));
    String body =
        pairs.entrySet().stream()
            .map(pair -> encoded(pair.getKey()) + '=' + encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
    List<Fields.Field> expected =
        pairs.entrySet().stream()
            .map(pair -> new Fields.Field(pair.getKey(), pair.getValue()))
            .toList();
    assertThat(FormBody.parse(body).orElseThrow().all()).isEqualTo(expected);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Provide
  Arbitrary<String> almostForms() {
    return Arbitraries.of("a", "b", "[", "]", "[]", "[a]", "=", "&", "%5B", "%5D", "%", "+", "ä")
        .list()
        .ofMaxSize(20)
        .map(list -> String.join("", list));
  }
}
