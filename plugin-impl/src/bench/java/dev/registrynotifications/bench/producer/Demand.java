package dev.registrynotifications.bench.producer;

/**
 * What is asked of a producer.
 *
 * @param endpoints how many endpoints there are, all of them down
 * @param threads how many threads have events to tell
 */
record Demand(int endpoints, int threads) {}
