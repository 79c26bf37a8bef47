package dev.rekey.dialect.ocariot;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Writes numbers as JavaScript does (ECMA-262, Number::toString). */
final class Numbers {

  private static final int LONGEST_PLAIN = 21;
  private static final int MOST_NOUGHTS = 6;

  private Numbers() {}

  static String text(JsonNode number) {
    double value = number.doubleValue();
    if (value == 0) {
      return "0";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int point = shortest.precision() - shortest.scale();
    return point > -MOST_NOUGHTS && point <= LONGEST_PLAIN
        ? shortest.toPlainString()
        : scientific(shortest, point - 1);
  }

  private static String scientific(BigDecimal number, int exponent) {
    String mantissa = number.scaleByPowerOfTen(-exponent).toPlainString();
    return mantissa + 'e' + (exponent < 0 ? "" : "+") + exponent;
  }
}
