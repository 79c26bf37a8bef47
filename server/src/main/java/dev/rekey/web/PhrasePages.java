package dev.rekey.web;

import dev.rekey.core.token.PhraseBook;
import dev.rekey.http.Route;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import java.util.List;

/**
 * Offers a phrase to somebody who chooses a password: to the script of a page by itself, else on
 * the page, to be copied.
 */
final class PhrasePages {

  private final PhraseBook book;

  PhrasePages(PhraseBook book) {
    this.book = book;
  }

  List<Route> routes() {
    return List.of(new Route("GET", "/account/phrase", _ -> Sheet.plain(200, book.offer())));
  }

  /** A phrase where the page was asked for with one; else nothing. */
  String wantedBy(Visitor visitor) {
    return visitor.request().query().has("phrase") ? book.offer() : "";
  }
}
