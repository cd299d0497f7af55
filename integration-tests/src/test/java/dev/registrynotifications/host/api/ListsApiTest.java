package dev.registrynotifications.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsApiTest extends ApiFixture {

  private static final String TAGS = "/v2/team/app/tags/list";

  @Test
  void listsTagsInLexicalOrder() {
    pushTags("b", "a", "B");

    HttpResponse<String> response = send("GET", TAGS);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    assertThat(response.body()).isEqualTo("{\"name\":\"team/app\",\"tags\":[\"B\",\"a\",\"b\"]}");
    assertThat(response.headers().firstValue("Link")).isEmpty();
  }

  @Test
  void listsNoTagsOfRepositoryThatHasNone() {
    pushBlob("team/app", "hello");

    assertThat(send("GET", TAGS).body()).isEqualTo("{\"name\":\"team/app\",\"tags\":[]}");
  }

  @Test
  void knowsNoTagsOfRepositoryThatIsNotThere() {
    assertError(send("GET", TAGS), 404, "NAME_UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "?n=2, '\"a\",\"b\"', </v2/team/app/tags/list?n=2&last=b>; rel=\"next\"",
    "?n=2&last=b, '\"c\",\"d\"', ''",
    "?n=1&last=b, '\"c\"', </v2/team/app/tags/list?n=1&last=c>; rel=\"next\"",
    "?last=bb, '\"c\",\"d\"', ''",
    "?n=9, '\"a\",\"b\",\"c\",\"d\"', ''",
    "?n=4, '\"a\",\"b\",\"c\",\"d\"', ''",
    "?n=0, '', ''",
    "?n=3&last=z, '', ''",
  })
  void cutsListIntoPages(String query, String tags, String link) {
    pushTags("a", "b", "c", "d");

    HttpResponse<String> response = send("GET", TAGS + query);

    assertThat(response.body()).endsWith("\"tags\":[" + tags + "]}");
    assertThat(response.headers().firstValue("Link").orElse("")).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", "", "99999999999"})
  void refusesWhatIsNoNumberOfResults(String n) {
    pushTags("a");

    assertError(send("GET", TAGS + "?n=" + n), 400, "PAGINATION_NUMBER_INVALID");
    assertError(send("GET", "/v2/_catalog?n=" + n), 400, "PAGINATION_NUMBER_INVALID");
  }

  @Test
  void listsRepositories() {
    pushBlob("team/app", "hello");
    pushBlob("team", "hello");
    startUpload("unfinished");

    assertThat(send("GET", "/v2/_catalog").body())
        .isEqualTo("{\"repositories\":[\"team\",\"team/app\"]}");
  }

  @Test
  void leadsThroughAllPagesOfRepositories() {
    for (String name : List.of("a", "b/c", "d", "e/f/g", "h")) {
      pushBlob(name, "hello");
    }

    List<String> pages = new ArrayList<>();
    String path = "/v2/_catalog?n=2";
    while (!path.isEmpty() && pages.size() < 9) {
      HttpResponse<String> page = send("GET", path);
      pages.add(page.body());
      path = page.headers().firstValue("Link").orElse("").replaceAll("^<|>; rel=\"next\"$", "");
    }

    assertThat(pages)
        .containsExactly(
            "{\"repositories\":[\"a\",\"b/c\"]}",
            "{\"repositories\":[\"d\",\"e/f/g\"]}",
            "{\"repositories\":[\"h\"]}");
  }

  @Test
  void deletesRepository() {
    pushImage("team/app", "latest", "config");
    pushBlob("team", "hello");

    assertThat(send("DELETE", "/v2/team/app/").statusCode()).isEqualTo(202);
    assertThat(send("GET", "/v2/_catalog").body()).isEqualTo("{\"repositories\":[\"team\"]}");
    assertError(send("GET", TAGS), 404, "NAME_UNKNOWN");
    assertError(send("DELETE", "/v2/team/app/"), 404, "NAME_UNKNOWN");
  }

  private void pushTags(String... tags) {
    for (String tag : tags) {
      pushManifest("team/app", tag, OCI_INDEX, index());
    }
  }
}
