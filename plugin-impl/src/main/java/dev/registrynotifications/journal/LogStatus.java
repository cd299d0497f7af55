package dev.registrynotifications.journal;

/**
 * What a log holds at one moment.
 *
 * @param type the kind of log, as the configuration names it
 * @param records how many events
 * @param bytes how many bytes they take
 * @param maxBytes how many they may take
 * @param lastSequence the newest event's sequence; 0 before the first
 */
public record LogStatus(String type, long records, long bytes, long maxBytes, long lastSequence) {}
