package dev.registrynotifications.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables on pages that have room, and on those that haven't. */
class TableTest {

  private static final Page NARROW = new Page(60, "…");

  @Test
  void setsNumbersToTheRight() {
    Table table =
        new Table("NAME", "PENDING", "STATE").row("ci", 7, "").row("scanner", 12345678, "paused");

    assertThat(table.lines(Page.UNBOUNDED))
        .containsExactly(
            "NAME      PENDING  STATE", //
            "ci              7",
            "scanner  12345678  paused");
  }

  @Test
  void cutsTheWidestTextsAndNeverATimeOrANumber() {
    Table table =
        new Table("TIME", "SEQUENCE", "REPOSITORY", "REASON")
            .row(
                "2026-11-25T12:23:38Z",
                1234567890123L,
                "team/a-long-name/app",
                "it answered 503: down");

    assertThat(table.lines(NARROW))
        .containsExactly(
            "TIME                       SEQUENCE  REPOSITORY  REASON",
            "2026-11-25T12:23:38Z  1234567890123  team/a-lo…  it answere…");
  }

  @Test
  void cutsNothingWithoutAnEnd() {
    String reason = "x".repeat(10_000);

    assertThat(new Table("REASON").row(reason).lines(Page.UNBOUNDED)).contains(reason);
  }

  @Test
  void staysOnThePageWithAnyText() {
    Table table =
        new Table("A", "B")
            .row("a".repeat(100), "b".repeat(200))
            .row("", "\ud83d\ude00".repeat(99));

    assertThat(table.lines(NARROW)).allMatch(line -> line.length() <= 60);
  }

  @Test
  void keepsAReceiversAnswerFromSteeringTheTerminal() {
    String answer = "no\u001b[2J\u0007\r\nway\u009b31m\u2028!";

    assertThat(new Table("ANSWER").row(answer).lines(Page.UNBOUNDED)).contains("no [2J way 31m !");
    assertThat(new Facts().add("Answer", answer).lines())
        .containsExactly("Answer  no [2J way 31m !");
  }

  @Test
  void doesNotCutACharacterInHalf() {
    assertThat(Cell.cut("ab\ud83d\ude00cd", 4, "…")).isEqualTo("ab…");
  }

  @Test
  void refusesARowThatDoesNotFitItsHeads() {
    Table table = new Table("A", "B");

    assertThatThrownBy(() -> table.row("a")).hasMessage("2 cells are a row, not [a]");
  }

  @Test
  void setsFactsBelowEachOther() {
    Facts facts =
        new Facts()
            .add("Name", "ci")
            .addIfAny("Reason", "")
            .addIfAny("Next attempt", "soon")
            .add("Pending", 0);

    assertThat(facts.lines())
        .containsExactly(
            "Name          ci", //
            "Next attempt  soon",
            "Pending       0");
  }

  @Test
  void takesItsWidthFromTheShell() {
    assertThat(Page.ofTerminal(Map.of("COLUMNS", "132"), StandardCharsets.UTF_8))
        .isEqualTo(new Page(132, "…"));
    assertThat(Page.ofTerminal(Map.of("COLUMNS", "-1"), StandardCharsets.UTF_8))
        .isEqualTo(new Page(80, "…"));
    assertThat(Page.ofTerminal(Map.of("COLUMNS", "3"), StandardCharsets.US_ASCII))
        .isEqualTo(new Page(40, "..."));
  }
}
