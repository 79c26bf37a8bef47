package dev.rekey.admin;

import dev.rekey.core.letter.Specimens;
import dev.rekey.core.letter.Specimens.Specimen;
import dev.rekey.core.visit.Language;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import dev.rekey.page.Message;
import dev.rekey.page.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rekey.template.console.JtelettersGenerated;

/** Where one sees every letter as people get it, in every language. */
final class LetterPreviews {

  private static final String PATH = ConsoleRoom.LETTERS.path();

  private final ConsoleDoor door;
  private final Specimens specimens;

  LetterPreviews(ConsoleDoor door, Specimens specimens) {
    this.door = door;
    this.specimens = specimens;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", PATH, this::show),
        new Route("GET", PATH + "/{kind}/{language}", this::page));
  }

  private Response show(Request request) {
    return door.open(
        request,
        ConsoleRoom.LETTERS,
        desk -> {
          Language language = language(request.query().first("language"), desk);
          List<Specimen> letters = specimens.in(language);
          Specimen chosen =
              chosen(letters, request.query().first("letter")).orElseGet(letters::getFirst);
          return Sheet.of(
              200, out -> JtelettersGenerated.render(out, null, desk, letters, chosen, language));
        });
  }

  private static Language language(Optional<String> asked, Desk desk) {
    return asked
        .flatMap(Language::of)
        .or(() -> Language.of(desk.frame().language()))
        .orElse(Language.ENGLISH);
  }

  private static Optional<Specimen> chosen(List<Specimen> letters, Optional<String> kind) {
    return letters.stream()
        .filter(letter -> kind.filter(letter.kind()::equals).isPresent())
        .findFirst();
  }

  /** The letter alone, for the frame of the page: it may have its own styles, and no scripts. */
  private Response page(Request request) {
    Function<Desk, Response> answer =
        desk ->
            Language.of(request.parameter("language"))
                .flatMap(language ->
                    chosen(specimens.in(language), Optional.of(request.parameter("kind"))))
                .map(letter -> Sheet.enclosed(letter.html()))
                .orElseGet(() -> Message.of(desk.frame(), "fault.unknown").to(PATH).answer(404));
    return door.open(request, ConsoleRoom.LETTERS, answer);
  }
}
