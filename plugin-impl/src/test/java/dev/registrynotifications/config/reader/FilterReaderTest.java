package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pulls: all",
        "pulls:\ninclude:\nignore:",
        "include: {}\nignore: {}",
        "include: {actions: [], mediatypes: [], repositories: [], tags: []}",
        "ignore: {actions: , mediatypes: , repositories: , tags: }"
      })
  void letsEverythingThroughByDefault(String keys) {
    assertThat(read(keys)).isEqualTo(FilterConfig.EVERYTHING);
  }

  @Test
  void readsWhatIsIncludedAndIgnored() {
    FilterConfig filter =
        read(
            """
            include:
              actions: [push, delete]
              mediatypes: [application/a]
              repositories: ["team-a/**"]
              tags: ["v*", latest]
            ignore:
              actions: pull
              mediatypes: [application/b]
              repositories: ["*/cache"]
              tags: "*-dev"
            ignoredmediatypes: [application/c]
            pulls: get
            """);

    assertThat(filter)
        .isEqualTo(
            new FilterConfig(
                new Selection(
                    Set.of("push", "delete"),
                    Set.of("application/a"),
                    List.of(Glob.parse("team-a/**")),
                    List.of(Glob.parse("v*"), Glob.parse("latest"))),
                new Selection(
                    Set.of("pull"),
                    Set.of("application/b", "application/c"),
                    List.of(Glob.parse("*/cache")),
                    List.of(Glob.parse("*-dev"))),
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "include: push                 | 5:16: include must be a mapping, not a single value",
        "include: {actions: [push, Pull]} | 5:33: include.actions has \"Pull\", which is none of"
            + " push, pull, mount, delete; did you mean \"pull\"?",
        "ignore: {actions: pulls}      | 5:25: ignore.actions has \"pulls\", which is none of"
            + " push, pull, mount, delete; did you mean \"pull\"?",
        "include: {mediaTypes: [a]}    | 5:17: include.mediaTypes isn't known; did you mean"
            + " \"mediatypes\"? The keys here are [actions, mediatypes, repositories, tags]",
        "include: {tags: [{a: b}]}     | 5:24: include.tags must be a list of single values, not"
            + " of a mapping",
        "ignore: {tags: {a: b}}        | 5:22: ignore.tags must be a list, not a mapping",
        "include: {repositories: ['a/*', 'team-[ab']} | 5:39: include.repositories has"
            + " \"team-[ab\", which is no glob: Missing ']",
        "ignore: {tags: '{a'}          | 5:22: ignore.tags has \"{a\", which is no glob: Missing '}",
        "ignore: {tags: ['']}          | 5:23: ignore.tags has \"\", which is no glob: Nothing in"
            + " it",
        "pulls: head                   | 5:14: pulls must be all or get, not \"head\""
      })
  void namesEachMistakeWithItsPlace(String keys, String mistake) {
    assertThat(new EndpointFile(directory).mistakes(keys)).containsExactly(mistake);
  }

  private FilterConfig read(String keys) {
    return new EndpointFile(directory).read(keys).filter();
  }
}
