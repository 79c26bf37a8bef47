package dev.rekey.http.engine;

import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import io.helidon.common.GenericType;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.mapper.Value;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All header fields of an answer under the name of one: Helidon would write them in an order of its
 * own, legacy clients have always seen them in that of the wire's document.
 */
final class OrderedHead implements Header {

  /** Holds nearly every head, so that it need not grow. */
  private static final int USUAL_LENGTH = 1_024;

  private final Header known;
  private final byte[] written;

  private OrderedHead(Header known, StringBuilder written) {
    this.known = known;
    this.written = written.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Passes for {@code Content-Length}, which goes last. */
  static OrderedHead withLength(Response response, int length) {
    StringBuilder lines = lines(response).append("content-length: ").append(length).append("\r\n");
    return new OrderedHead(length(length), lines);
  }

  /** Passes for {@code Content-Length} and writes none: 204 and 304 must not have it. */
  static OrderedHead withoutLength(Response response) {
    return new OrderedHead(length(0), lines(response));
  }

  /** Stands beside a {@code Content-Length} that Helidon insists on writing itself. */
  static OrderedHead besideLength(Response response) {
    return new OrderedHead(
        HeaderValues.create(HeaderNames.create("ordered-head"), ""), lines(response));
  }

  private static Header length(int length) {
    return HeaderValues.create(HeaderNames.CONTENT_LENGTH, length);
  }

  private static StringBuilder lines(Response response) {
    StringBuilder lines = new StringBuilder(USUAL_LENGTH);
    for (Fields.Field field : response.headers().all()) {
      lines.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return lines;
  }

  @Override
  public void writeHttp1Header(BufferData buffer) {
    buffer.write(written);
  }

  /** The front door has looked at the fields. */
  @Override
  public void validate() {}

  @Override
  public String name() {
    return known.name();
  }

  @Override
  public HeaderName headerName() {
    return known.headerName();
  }

  @Override
  public String get() {
    return known.get();
  }

  @Override
  public List<String> allValues() {
    return known.allValues();
  }

  @Override
  public int valueCount() {
    return known.valueCount();
  }

  @Override
  public boolean sensitive() {
    return true;
  }

  @Override
  public boolean changing() {
    return true;
  }

  @Override
  public <N> Value<N> as(Class<N> type) {
    return known.as(type);
  }

  @Override
  public <N> Value<N> as(GenericType<N> type) {
    return known.as(type);
  }

  @Override
  public <N> Value<N> as(Function<? super String, ? extends N> mapper) {
    return known.as(mapper);
  }

  @Override
  public Optional<String> asOptional() {
    return known.asOptional();
  }

  @Override
  public Value<Boolean> asBoolean() {
    return known.asBoolean();
  }

  @Override
  public Value<String> asString() {
    return known.asString();
  }

  @Override
  public Value<Integer> asInt() {
    return known.asInt();
  }

  @Override
  public Value<Long> asLong() {
    return known.asLong();
  }

  @Override
  public Value<Double> asDouble() {
    return known.asDouble();
  }
}
