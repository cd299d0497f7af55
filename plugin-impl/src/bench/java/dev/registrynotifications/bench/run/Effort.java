package dev.registrynotifications.bench.run;

import java.time.Duration;

/**
 * How long something is measured.
 *
 * @param rounds how often each case is measured, in turn
 * @param warmUp how long a case runs before
 * @param measured how long at least
 */
public record Effort(int rounds, Duration warmUp, Duration measured) {}
