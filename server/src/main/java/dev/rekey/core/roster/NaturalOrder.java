package dev.rekey.core.roster;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The order in which people expect names: letter case does not count, and numbers within them stand
 * by their value, {@code room 9} before {@code Room 10}.
 */
public final class NaturalOrder implements Comparator<String> {

  public static final NaturalOrder OF_TEXTS = new NaturalOrder();

  private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    Iterator<String> left = runs(one).iterator();
    Iterator<String> right = runs(other).iterator();
    while (left.hasNext() && right.hasNext()) {
      int order = compareRuns(left.next(), right.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }

  private static List<String> runs(String text) {
    return RUN.matcher(Folding.of(text)).results().map(MatchResult::group).toList();
  }

  private static int compareRuns(String one, String other) {
    return isNumber(one) && isNumber(other)
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static boolean isNumber(String run) {
    return run.charAt(0) >= '0' && run.charAt(0) <= '9';
  }
}
