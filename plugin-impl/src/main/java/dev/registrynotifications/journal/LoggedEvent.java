package dev.registrynotifications.journal;

/**
 * An event as the log gives it back.
 *
 * @param sequence its place in the log; later events have higher numbers, with gaps
 * @param key what filters decide on
 * @param payload the encoded event, which nobody may change: it is shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copying it would double the cost.
public record LoggedEvent(long sequence, EventKey key, byte[] payload) {}
