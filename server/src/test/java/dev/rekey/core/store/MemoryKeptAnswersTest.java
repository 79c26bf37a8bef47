package dev.rekey.core.store;

/** The fake keeps the contract of kept answers too. */
class MemoryKeptAnswersTest implements KeptAnswersContract {

  private final MemoryKeptAnswers answers = new MemoryKeptAnswers();

  @Override
  public KeptAnswers answers() {
    return answers;
  }
}
