package dev.registrynotifications.wire;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;

/**
 * Lays JSON out as distribution does ({@code json.MarshalIndent(envelope, "", " ")}), for an event
 * that stands in the array of an envelope.
 */
final class GoIndentation extends DefaultPrettyPrinter {

  private static final long serialVersionUID = 1L;
  private static final int DEPTH_OF_AN_EVENT = 2;
  private static final DefaultIndenter INDENTER = new DefaultIndenter("   ", "\n");

  GoIndentation() {
    super(
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator(""));
    indentArraysWith(INDENTER);
    indentObjectsWith(INDENTER);
    _nesting = DEPTH_OF_AN_EVENT;
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new GoIndentation();
  }
}
