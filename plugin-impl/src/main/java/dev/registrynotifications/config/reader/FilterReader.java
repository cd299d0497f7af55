package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.config.Spelling;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.Problems;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import dev.registrynotifications.event.Action;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which events an endpoint is sent. */
final class FilterReader {

  private static final Set<String> ACTIONS =
      Arrays.stream(Action.values())
          .filter(action -> action != Action.PING)
          .map(Action::word)
          .collect(Collectors.toUnmodifiableSet());

  private FilterReader() {}

  static FilterConfig read(MappingReader reader) {
    return new FilterConfig(
        selection(reader.mapping("include"), List.of()),
        selection(reader.mapping("ignore"), reader.texts("ignoredmediatypes")),
        reader.oneOf("pulls", Pulls.ALL) == Pulls.ALL);
  }

  private static Selection selection(MappingReader reader, List<String> moreMediaTypes) {
    Set<String> mediaTypes = new HashSet<>(reader.texts("mediatypes"));
    mediaTypes.addAll(moreMediaTypes);
    Selection selection =
        new Selection(
            actions(reader), mediaTypes, reader.globs("repositories"), reader.globs("tags"));
    reader.rejectUnknownKeys();
    return selection;
  }

  private static Set<String> actions(MappingReader reader) {
    Set<String> actions = new HashSet<>();
    for (Scalar action : reader.scalars("actions")) {
      if (ACTIONS.contains(action.text())) {
        actions.add(action.text());
      } else {
        reader.problem(
            action.place(),
            "actions",
            "has "
                + Problems.quoted(action.text())
                + ", which is none of push, pull, mount, delete"
                + Spelling.suggestion(action.text(), ACTIONS));
      }
    }
    return actions;
  }

  /** What passes for a pull. */
  private enum Pulls {
    /** GET and HEAD, as in distribution. */
    ALL,
    /** GET alone. */
    GET
  }
}
