package dev.rekey.dialect;

/**
 * What a decoder made of a request: a command, or the fault that kept it from one.
 *
 * @param <C> what was wished
 * @param <F> what this wire can find wrong with the wording of a wish
 */
public sealed interface Reading<C, F> {

  record Read<C, F>(C command) implements Reading<C, F> {}

  record Misread<C, F>(F fault) implements Reading<C, F> {}
}
