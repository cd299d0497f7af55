package dev.registrynotifications.journal.segment;

/** Is shown the records of a segment in their order, perhaps without their payloads. */
@FunctionalInterface
public interface KeyVisitor {

  /** The next record; it is gone when the call returns. */
  void visit(RecordView record);
}
