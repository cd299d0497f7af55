package dev.registrynotifications.cli.offline;

import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.journal.verify.CursorFindings;
import dev.registrynotifications.journal.verify.JournalFindings;
import dev.registrynotifications.journal.verify.LetterFindings;
import dev.registrynotifications.journal.verify.SegmentFindings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was found in a journal's directory, for scripts. What isn't known is left out. */
final class FindingsJson {

  private FindingsJson() {}

  static Json of(JournalFindings findings) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("damaged", findings.isDamaged());
    findings.id().ifPresent(id -> fields.put("id", id));
    findings.owner().ifPresent(owner -> fields.put("owner", owner));
    fields.put("segments", findings.segments().stream().map(FindingsJson::segment).toList());
    fields.put("cursors", findings.cursors().stream().map(FindingsJson::cursor).toList());
    fields.put("deadLetters", findings.deadLetters().stream().map(FindingsJson::letters).toList());
    return Json.of(fields);
  }

  private static Map<String, Object> segment(SegmentFindings segment) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("file", segment.file());
    fields.put("bytes", segment.bytes());
    fields.put("records", segment.contents().records());
    fields.put("firstSequence", segment.contents().firstSequence());
    fields.put("lastSequence", segment.contents().lastSequence());
    fields.put("keys", word(segment.keys()));
    fields.put("damagedPlaces", segment.damagedPlaces());
    fields.put("damages", segment.damages());
    fields.put("tornBytes", segment.tornBytes());
    segment.trouble().ifPresent(trouble -> fields.put("trouble", trouble));
    return fields;
  }

  private static Map<String, Object> cursor(CursorFindings cursor) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("file", cursor.file());
    fields.put("slots", cursor.slots().stream().map(FindingsJson::word).toList());
    cursor.place().ifPresent(place -> fields.put("place", place));
    cursor.trouble().ifPresent(trouble -> fields.put("trouble", trouble));
    return fields;
  }

  private static Map<String, Object> letters(LetterFindings letters) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("directory", letters.directory());
    fields.put("letters", letters.letters());
    fields.put("segments", letters.segments().stream().map(FindingsJson::segment).toList());
    return fields;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
