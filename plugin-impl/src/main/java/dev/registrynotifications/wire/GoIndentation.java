package dev.registrynotifications.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/**
 * Lays JSON out as distribution does ({@code json.MarshalIndent(envelope, "", " ")}), for an event
 * that stands in the array of an envelope.
 */
final class GoIndentation extends DefaultPrettyPrinter {

  private static final long serialVersionUID = 1L;
  private static final int DEPTH_OF_AN_EVENT = 2;
  private static final LineBreaks LINE_BREAKS = LineBreaks.ofEvents();
  private static final SerializableString COLON = new SerializedString(": ");

  GoIndentation() {
    super(
        Separators.createDefaultInstance()
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator(""));
    indentArraysWith(LINE_BREAKS);
    indentObjectsWith(LINE_BREAKS);
    _nesting = DEPTH_OF_AN_EVENT;
  }

  private GoIndentation(GoIndentation blueprint) {
    super(blueprint);
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new GoIndentation(this);
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(COLON);
  }
}
