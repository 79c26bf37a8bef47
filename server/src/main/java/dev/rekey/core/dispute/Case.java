package dev.rekey.core.dispute;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.util.Optional;

/**
 * What an owner said was not them, for those who look into it. It outlives the account.
 *
 * @param name of the account when the case was opened
 * @param ids of the account; empty when it is gone
 * @param disputed when that was done which the owner did not do
 * @param origin from where that was done
 * @param raisedFrom where the link was used
 * @param password whether the password of before came back
 * @param address what became of the address
 * @param frozen whether the account still is
 */
public record Case(
    long number,
    AccountId account,
    String name,
    Optional<WireIds> ids,
    Instant openedAt,
    Alarm.Deed deed,
    Instant disputed,
    Origin origin,
    Origin raisedFrom,
    boolean password,
    AddressFate address,
    boolean frozen,
    Optional<Closing> closing) {

  /** What became of the address of before. */
  public enum AddressFate {
    /** It was the account's still. */
    KEPT,
    /** It is the account's again. */
    RESTORED,
    /** It is another account's by now. */
    TAKEN
  }

  /**
   * How a case ended.
   *
   * @param by what who closed it is called; empty for an operator
   */
  public record Closing(Instant at, Optional<String> by, String why) {}
}
