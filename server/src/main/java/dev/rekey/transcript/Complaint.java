package dev.rekey.transcript;

/**
 * What an answer has otherwise than it was written.
 *
 * @param what the part of the answer, such as {@code header content-type} or {@code /user/email}
 * @param written what should be there
 * @param found what is there
 */
public record Complaint(String what, String written, String found) {

  @Override
  public String toString() {
    return what + ": should be " + written + ", is " + found;
  }
}
