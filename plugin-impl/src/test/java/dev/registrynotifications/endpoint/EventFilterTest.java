package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables in which nothing stands for nothing said, or for what an event doesn't have. */
class EventFilterTest {

  private static final EventKey BLOB_PUSH = new EventKey(Action.PUSH, "blob", "team/app", "");

  @ParameterizedTest
  @EnumSource(Action.class)
  void letsEverythingThroughByDefault(Action action) {
    EventFilter filter = new EventFilter(FilterConfig.EVERYTHING);

    assertThat(filter.matches(new EventKey(action, "blob", "a", "", true))).isTrue();
    assertThat(filter.matches(new EventKey(action, "", "a/b", "v1", false))).isTrue();
  }

  @ParameterizedTest(name = "includes {0} {1} {2} {3}; gets {4} {5} {6} {7}: {8}")
  @CsvSource(
      delimiter = '|',
      value = {
        // actions      | types | repositories    | tags  | action | type  | repository | tag | ?
        "push           |       |                 |       | PUSH   | blob  | team/app   |     | true",
        "push           |       |                 |       | PULL   | blob  | team/app   |     | false",
        "push,delete    |       |                 |       | DELETE |       | team/app   |     | true",
        "               | index |                 |       | PUSH   | index | team/app   |     | true",
        "               | index |                 |       | PUSH   | blob  | team/app   |     | false",
        "               | index |                 |       | DELETE |       | team/app   | v1  | false",
        "               |       | team/*          |       | PUSH   | blob  | team/app   |     | true",
        "               |       | team/*          |       | PUSH   | blob  | team/app/x |     | false",
        "               |       | other/**,team/* |       | PUSH   | blob  | team/app   |     | true",
        "               |       | other/**        |       | PUSH   | blob  | team/app   |     | false",
        "               |       |                 | v*    | PUSH   | index | team/app   | v1  | true",
        "               |       |                 | v*    | PUSH   | index | team/app   | x1  | false",
        "               |       |                 | *     | PUSH   | index | team/app   |     | false",
        "push           | index | team/*          | v*    | PUSH   | index | team/app   | v1  | true",
        "pull           | index | team/*          | v*    | PUSH   | index | team/app   | v1  | false",
        "push           | blob  | team/*          | v*    | PUSH   | index | team/app   | v1  | false",
        "push           | index | other/*         | v*    | PUSH   | index | team/app   | v1  | false",
        "push           | index | team/*          | x*    | PUSH   | index | team/app   | v1  | false"
      })
  void includesWhatMatchesInEveryRespect(
      @Nullable String actions,
      @Nullable String types,
      @Nullable String repositories,
      @Nullable String tags,
      Action action,
      @Nullable String type,
      String repository,
      @Nullable String tag,
      boolean matches) {
    Selection include = selection(actions, types, repositories, tags);
    EventFilter filter = new EventFilter(new FilterConfig(include, Selection.NONE, true));

    boolean passed = filter.matches(key(action, type, repository, tag));

    assertThat(passed).isEqualTo(matches);
  }

  @ParameterizedTest(name = "ignores {0} {1} {2} {3}; gets {4} {5} {6} {7}: {8}")
  @CsvSource(
      delimiter = '|',
      value = {
        // actions      | types | repositories    | tags  | action | type  | repository | tag | ?
        "pull           |       |                 |       | PULL   | blob  | team/app   |     | false",
        "pull           |       |                 |       | PUSH   | blob  | team/app   |     | true",
        "               | blob  |                 |       | PUSH   | blob  | team/app   |     | false",
        "               | blob  |                 |       | PUSH   | index | team/app   |     | true",
        "               | blob  |                 |       | DELETE |       | team/app   |     | true",
        "               |       | */cache,team/*  |       | PUSH   | blob  | team/app   |     | false",
        "               |       | */cache         |       | PUSH   | blob  | team/cache |     | false",
        "               |       | */cache         |       | PUSH   | blob  | team/app   |     | true",
        "               |       |                 | *-dev | PUSH   | index | team/app   |1-dev| false",
        "               |       |                 | *     | PUSH   | index | team/app   |     | true",
        "pull           | index | other/*         | x*    | PUSH   | blob  | team/app   | v1  | true",
        "push           | index | other/*         | x*    | PUSH   | blob  | team/app   | v1  | false",
        "pull           | blob  | other/*         | x*    | PUSH   | blob  | team/app   | v1  | false",
        "pull           | index | team/*          | x*    | PUSH   | blob  | team/app   | v1  | false",
        "pull           | index | other/*         | v*    | PUSH   | blob  | team/app   | v1  | false"
      })
  void ignoresWhatMatchesInOneRespect(
      @Nullable String actions,
      @Nullable String types,
      @Nullable String repositories,
      @Nullable String tags,
      Action action,
      @Nullable String type,
      String repository,
      @Nullable String tag,
      boolean matches) {
    Selection ignore = selection(actions, types, repositories, tags);
    EventFilter filter = new EventFilter(new FilterConfig(Selection.NONE, ignore, true));

    boolean passed = filter.matches(key(action, type, repository, tag));

    assertThat(passed).isEqualTo(matches);
  }

  @Test
  void ignoresEvenWhatIsIncluded() {
    Selection team = selection(null, null, "team/**", null);
    Selection blobs = selection(null, "blob", null, null);
    EventFilter filter = new EventFilter(new FilterConfig(team, blobs, true));

    assertThat(filter.matches(BLOB_PUSH)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "true,  PULL, true,  true",
    "true,  PULL, false, true",
    "false, PULL, true,  false",
    "false, PULL, false, true",
    "false, PUSH, true,  true"
  })
  void tellsHeadRequestsFromPulls(boolean headPulls, Action action, boolean head, boolean matches) {
    EventFilter filter =
        new EventFilter(new FilterConfig(Selection.NONE, Selection.NONE, headPulls));

    boolean passed = filter.matches(new EventKey(action, "index", "team/app", "v1", head));

    assertThat(passed).isEqualTo(matches);
  }

  @Test
  void takesATextThatIsNoPathForNoMatch() {
    Selection all = selection(null, null, "**", null);

    assertThat(
            new EventFilter(new FilterConfig(all, Selection.NONE, true))
                .matches(key(Action.PUSH, "blob", "a\0b", "")))
        .isFalse();
    assertThat(
            new EventFilter(new FilterConfig(Selection.NONE, all, true))
                .matches(key(Action.PUSH, "blob", "a\0b", "")))
        .isTrue();
  }

  private static EventKey key(
      Action action, @Nullable String type, String repository, @Nullable String tag) {
    return new EventKey(action, type == null ? "" : type, repository, tag == null ? "" : tag);
  }

  private static Selection selection(
      @Nullable String actions,
      @Nullable String types,
      @Nullable String repositories,
      @Nullable String tags) {
    return new Selection(
        Set.copyOf(list(actions)),
        Set.copyOf(list(types)),
        list(repositories).stream().map(Glob::parse).toList(),
        list(tags).stream().map(Glob::parse).toList());
  }

  private static List<String> list(@Nullable String words) {
    return words == null ? List.of() : Arrays.asList(words.split(","));
  }
}
