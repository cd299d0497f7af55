package dev.registrynotifications.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.event.Action;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What dead letters do, wherever they are kept. */
public abstract class DeadLettersContract {

  private static final Instant TIME = Instant.parse("2026-11-24T08:30:00.123Z");

  private DeadLetters letters;

  /** New, empty dead letters with room for what the contract adds. */
  protected abstract DeadLetters newLetters() throws IOException;

  @BeforeEach
  void openLetters() throws IOException {
    letters = newLetters();
  }

  @AfterEach
  void closeLetters() {
    letters.close();
  }

  @Test
  void givesALetterBackAsItWas() {
    EventKey key = new EventKey(Action.DELETE, "", "team/äpp", "v1");
    LoggedEvent event = new LoggedEvent(7, 5, TIME, key, "{\n \"event\": \"é\"\n}".getBytes(UTF_8));
    letters.add(new DeadLetter(event, TIME, 3, 422, "it answered 422, at last"));

    DeadLetter found = letters.find(7).orElseThrow();

    assertThat(found.event().sequence()).isEqualTo(7);
    assertThat(found.event().previous()).isEqualTo(5);
    assertThat(found.event().key()).isEqualTo(key);
    assertThat(found.event().payload()).isEqualTo(event.payload());
    assertThat(found.time()).isEqualTo(TIME);
    assertThat(found.attempts()).isEqualTo(3);
    assertThat(found.lastStatus()).isEqualTo(422);
    assertThat(found.reason()).isEqualTo("it answered 422, at last");
  }

  @Test
  void takesAnEventAndAReasonWithNothingInThem() {
    letters.add(
        new DeadLetter(
            new LoggedEvent(1, 0, TIME, new EventKey(Action.PUSH, "", "a", ""), new byte[0]),
            TIME,
            0,
            0,
            ""));

    DeadLetter found = letters.find(1).orElseThrow();

    assertThat(found.event().payload()).isEmpty();
    assertThat(found.reason()).isEmpty();
    assertThat(letters.count()).isEqualTo(1);
  }

  @Test
  void listsTheOldestFirstInTheOrderInWhichTheyWereAdded() {
    letters.add(letter(5, "first"));
    letters.add(letter(3, "second"));
    letters.add(letter(4, "third"));

    assertThat(letters.list(10))
        .extracting(DeadLetter::reason)
        .containsExactly("first", "second", "third");
    assertThat(letters.list(2)).extracting(DeadLetter::reason).containsExactly("first", "second");
    assertThat(letters.list(0)).isEmpty();
  }

  @Test
  void knowsTheSequencesInAscendingOrder() {
    letters.add(letter(5, "first"));
    letters.add(letter(3, "second"));
    letters.add(letter(4, "third"));

    assertThat(letters.sequences()).containsExactly(3L, 4L, 5L);
    assertThat(letters.count()).isEqualTo(3);
  }

  @Test
  void replacesALetterOfTheSameSequence() {
    letters.add(letter(1, "old"));
    letters.add(letter(2, "other"));
    letters.add(letter(1, "new"));

    assertThat(letters.count()).isEqualTo(2);
    assertThat(reason(1)).isEqualTo("new");
    assertThat(letters.list(10)).extracting(DeadLetter::reason).containsExactly("other", "new");
  }

  @Test
  void forgetsALetter() {
    letters.add(letter(1, "one"));
    letters.add(letter(2, "two"));

    letters.remove(1);

    assertThat(letters.find(1)).isEmpty();
    assertThat(letters.sequences()).containsExactly(2L);
    assertThat(letters.list(10)).extracting(DeadLetter::reason).containsExactly("two");
  }

  @Test
  void doesNotMindBeingToldToForgetWhatItHasNot() {
    letters.add(letter(1, "one"));

    letters.remove(2);
    letters.remove(1);
    letters.remove(1);

    assertThat(letters.count()).isZero();
    assertThat(letters.find(1)).isEmpty();
  }

  @Test
  void keepsALetterAgainThatWasForgotten() {
    letters.add(letter(1, "once"));
    letters.remove(1);

    letters.add(letter(1, "again"));

    assertThat(reason(1)).isEqualTo("again");
    assertThat(letters.list(10)).hasSize(1);
  }

  @Test
  void forgetsAllOfThemAndSaysHowManyThereWere() {
    letters.add(letter(1, "one"));
    letters.add(letter(2, "two"));

    assertThat(letters.purge()).isEqualTo(2);

    assertThat(letters.count()).isZero();
    assertThat(letters.list(10)).isEmpty();
    assertThat(letters.sequences()).isEmpty();
    assertThat(letters.purge()).isZero();
  }

  @Test
  void goesOnAfterAPurge() {
    letters.add(letter(1, "one"));
    letters.purge();

    letters.add(letter(2, "two"));

    assertThat(reason(2)).isEqualTo("two");
    assertThat(letters.sequences()).containsExactly(2L);
  }

  @Test
  void hasNothingAtFirst() {
    assertThat(letters.count()).isZero();
    assertThat(letters.list(10)).isEmpty();
    assertThat(letters.sequences()).isEmpty();
    assertThat(letters.find(1)).isEmpty();
  }

  protected final DeadLetters letters() {
    return letters;
  }

  /** A letter that differs from others in its sequence and its reason. */
  protected static DeadLetter letter(long sequence, String reason) {
    EventKey key = new EventKey(Action.PUSH, "application/x", "team/app", "v1");
    byte[] payload = ("event " + sequence).getBytes(UTF_8);
    return new DeadLetter(
        new LoggedEvent(sequence, sequence - 1, TIME, key, payload), TIME, 3, 400, reason);
  }

  private String reason(long sequence) {
    return letters.find(sequence).orElseThrow().reason();
  }
}
