package dev.rekey.bench.keycloak;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The same figure of both sides, a value for each round; the median stands for them. */
record Pair(String unit, List<Double> rekey, List<Double> keycloak, boolean moreIsBetter) {

  double ofRekey() {
    return median(rekey);
  }

  double ofKeycloak() {
    return median(keycloak);
  }

  /** How many times better Rekey is; less than one where Keycloak is. */
  double ratio() {
    return moreIsBetter ? ofRekey() / ofKeycloak() : ofKeycloak() / ofRekey();
  }

  /** The ratio within each round, of which the least and the most are told. */
  List<Double> ratios() {
    return IntStream.range(0, Math.min(rekey.size(), keycloak.size()))
        .mapToObj(round ->
            moreIsBetter
                ? rekey.get(round) / keycloak.get(round)
                : keycloak.get(round) / rekey.get(round))
        .sorted()
        .toList();
  }

  String row(String title, String digits) {
    return String.format(
        Locale.ROOT,
        "| %s | " + digits + " %s | " + digits + " %s | **%.2f** | %.2f to %.2f |\n",
        title,
        ofRekey(),
        unit,
        ofKeycloak(),
        unit,
        ratio(),
        ratios().getFirst(),
        ratios().getLast());
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"unit\": \"%s\", \"rekey\": %s, \"keycloak\": %s, \"ratio\": %s, \"ratios\": %s}",
        unit,
        numbers(rekey),
        numbers(keycloak),
        number(ratio()),
        numbers(ratios()));
  }

  private static String numbers(List<Double> values) {
    return values.stream().map(Pair::number).toList().toString();
  }

  /** JSON has no word for what is divided by nothing. */
  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null";
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
