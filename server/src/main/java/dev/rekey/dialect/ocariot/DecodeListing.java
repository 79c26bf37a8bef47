package dev.rekey.dialect.ocariot;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Filter;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Listing.SortBy;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.secretary.ListChildren;
import dev.rekey.core.secretary.ListGroups;
import dev.rekey.core.secretary.ListInstitutions;
import dev.rekey.core.secretary.ListMembers;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** From a query to which entries of a list are wanted, in which order, and which part of them. */
final class DecodeListing {

  private static final int MOST_DIGITS = 9;

  private DecodeListing() {}

  static Reading<ListMembers.Command, Mistake> members(
      MemberKind kind, Request request, Caller caller, Visit visit) {
    return listing(request, listing -> new ListMembers.Command(caller, kind, listing, visit));
  }

  static Reading<ListInstitutions.Command, Mistake> institutions(
      Request request, Caller caller, Visit visit) {
    return listing(request, listing -> new ListInstitutions.Command(caller, listing, visit));
  }

  static Reading<ListChildren.Command, Mistake> children(
      Request request, Caller caller, Visit visit) {
    PathId family = PathId.of(request, Resource.FAMILY);
    return ofOwner(
        family,
        request,
        listing -> new ListChildren.Command(caller, family.handle(), listing, visit));
  }

  static Reading<ListGroups.Command, Mistake> groups(
      MemberKind kind, Request request, Caller caller, Visit visit) {
    PathId owner = PathId.of(request, Resource.of(kind));
    return ofOwner(
        owner,
        request,
        listing -> new ListGroups.Command(caller, kind, owner.handle(), listing, visit));
  }

  private static <C> Reading<C, Mistake> ofOwner(
      PathId owner, Request request, Function<Listing, C> command) {
    return owner.isId() ? listing(request, command) : new Misread<>(owner.mistake());
  }

  private static <C> Reading<C, Mistake> listing(Request request, Function<Listing, C> command) {
    Fields query = request.query();
    return switch (DecodeFilters.read(query)) {
      case Misread<List<Filter>, Mistake>(Mistake mistake) -> new Misread<>(mistake);
      case Read<List<Filter>, Mistake>(List<Filter> filters) ->
          new Read<>(
              command.apply(
                  new Listing(
                      count(query, "page", 1),
                      count(query, "limit", Listing.STANDARD_LIMIT),
                      sort(query),
                      filters,
                      DecodeSpan.read(query))));
    };
  }

  /** The digits of what is said, whatever stands between them; nought is nothing said. */
  private static int count(Fields query, String name, int standard) {
    String digits = query.first(name).orElse("").replaceAll("\\D", "").replaceFirst("^0+", "");
    if (digits.isEmpty()) {
      return standard;
    }
    return digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** A field that is named again keeps its place and takes the newer direction. */
  private static List<SortBy> sort(Fields query) {
    Map<String, Boolean> descending = new LinkedHashMap<>();
    query.every("sort").stream()
        .flatMap(fields -> Stream.of(fields.split(",")))
        .map(field -> field.replaceAll("[^\\w-]", ""))
        .filter(field -> !field.isEmpty() && !field.equals("-"))
        .forEach(field -> descending.put(field.replaceFirst("^-", ""), field.startsWith("-")));
    return descending.entrySet().stream()
        .map(one -> new SortBy(one.getKey(), one.getValue()))
        .toList();
  }
}
