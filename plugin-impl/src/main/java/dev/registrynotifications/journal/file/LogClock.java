package dev.registrynotifications.journal.file;

import java.time.InstantSource;

/**
 * What a log's time is made of.
 *
 * @param clock tells the time
 * @param bell wakes the thread that keeps house before its time
 */
record LogClock(InstantSource clock, Bell bell) {}
