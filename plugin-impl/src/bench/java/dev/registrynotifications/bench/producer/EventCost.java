package dev.registrynotifications.bench.producer;

/**
 * What an event costs whoever tells it.
 *
 * @param p50 how long a call takes, in microseconds
 * @param p99 the same
 * @param wall how long all of them took, by their number, in microseconds
 * @param bytes how much was allocated
 */
record EventCost(double p50, double p99, double wall, double bytes) {}
