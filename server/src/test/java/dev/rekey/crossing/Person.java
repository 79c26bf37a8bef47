package dev.rekey.crossing;

/** Somebody with one name that all wires take, and the password of the moment. */
record Person(String name, String password) {

  Person with(String next) {
    return new Person(name, next);
  }
}
