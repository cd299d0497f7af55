package dev.registrynotifications.journal.verify;

/**
 * Bytes of a file that are no records any more.
 *
 * @param offset where they begin
 * @param bytes how many there are
 */
public record Damage(long offset, long bytes) {}
