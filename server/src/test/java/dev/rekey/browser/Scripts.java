package dev.rekey.browser;

/** Whether the reader's browser runs scripts. */
enum Scripts {
  ON,
  OFF
}
