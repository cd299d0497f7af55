package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.ContainerConfig;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.Problems;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what only counts in a servlet container. */
final class ContainerReader {

  private static final String CONTEXTS = "servletContexts";
  private static final String ACTOR_HEADER = "actorHeader";

  private ContainerReader() {}

  static ContainerConfig read(MappingReader reader) {
    return new ContainerConfig(contexts(reader), actorHeader(reader));
  }

  private static List<String> contexts(MappingReader reader) {
    List<String> contexts = new ArrayList<>();
    for (Scalar path : reader.scalars(CONTEXTS)) {
      if (ContainerConfig.isPath(path.text())) {
        contexts.add(path.text());
      } else {
        reader.problem(
            path.place(),
            CONTEXTS,
            "has "
                + Problems.quoted(path.text())
                + ", which is no path of a web application, as in /hub or /");
      }
    }
    return contexts;
  }

  private static Optional<String> actorHeader(MappingReader reader) {
    Optional<Scalar> name = reader.scalar(ACTOR_HEADER);
    Optional<Scalar> wrong = name.filter(given -> !HeadersReader.isName(given.text()));
    wrong.ifPresent(
        given ->
            reader.problem(
                given.place(),
                ACTOR_HEADER,
                "must be the name of a header, as in X-Forwarded-User, not "
                    + Problems.quoted(given.text())));
    return wrong.isPresent() ? Optional.empty() : name.map(Scalar::text);
  }
}
