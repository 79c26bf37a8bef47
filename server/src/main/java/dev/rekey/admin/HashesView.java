package dev.rekey.admin;

import dev.rekey.core.chronicle.Census;
import dev.rekey.core.chronicle.HashKind;
import dev.rekey.core.steward.ViewServer;
import dev.rekey.page.When;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * By what passwords are kept, as a page shows it.
 *
 * @param kinds the most frequent first
 * @param weak how many are not as new ones are, in words
 * @param gone when none would be left, in words
 * @param counted when they were counted; empty when they were not yet
 */
public record HashesView(List<Kind> kinds, String weak, String gone, String counted) {

  public HashesView {
    kinds = List.copyOf(kinds);
  }

  /**
   * One kind.
   *
   * @param share in hundredths
   * @param wanted whether new ones are so
   */
  public record Kind(String scheme, String cost, String count, int share, boolean wanted) {}

  static HashesView of(Desk desk, ViewServer.Hashes hashes) {
    return hashes
        .latest()
        .map(census -> of(desk, hashes, census))
        .orElseGet(() -> new HashesView(List.of(), "", "", ""));
  }

  private static HashesView of(Desk desk, ViewServer.Hashes hashes, Census census) {
    long weak = census.weak(hashes.wanted());
    return new HashesView(
        kinds(desk, hashes.wanted(), census),
        weak == 0
            ? desk.say("overview.none-weak")
            : desk.say("overview.weak", weak, (double) weak / census.all()),
        weak == 0 ? "" : gone(desk, hashes),
        desk.say("overview.counted", When.minute(desk.frame(), census.at())));
  }

  private static String gone(Desk desk, ViewServer.Hashes hashes) {
    return hashes
        .gone()
        .map(at -> desk.say("overview.gone", When.day(desk.frame(), at)))
        .orElseGet(() -> desk.say("overview.gone-unknown"));
  }

  private static List<Kind> kinds(Desk desk, HashKind wanted, Census census) {
    return census.counts().entrySet().stream()
        .sorted(Map.Entry.<HashKind, Long>comparingByValue(Comparator.reverseOrder()))
        .map(one ->
            new Kind(
                one.getKey().scheme(),
                one.getKey().cost(),
                desk.say("overview.number", one.getValue()),
                (int) Math.round(100.0 * one.getValue() / census.all()),
                one.getKey().equals(wanted)))
        .toList();
  }
}
