package dev.rekey.cli;

import dev.rekey.core.visit.Language;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option with which a command is told a language. */
final class Tongue {

  @Option(
      names = "--language",
      paramLabel = "TAG",
      converter = Converter.class,
      description = "One of en, de, fr, es, pt, pl and cs.")
  private Optional<Language> language = Optional.empty();

  Optional<Language> chosen() {
    return language;
  }

  /** Reads a tag such as {@code de}. */
  static final class Converter implements ITypeConverter<Language> {

    @Override
    public Language convert(String tag) {
      return Language.of(tag)
          .orElseThrow(() ->
              new TypeConversionException(
                  "`" + tag + "` is no language of letters: one of " + tags() + " would do"));
    }

    private static String tags() {
      return Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
    }
  }
}
