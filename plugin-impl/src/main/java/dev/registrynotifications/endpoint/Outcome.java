package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.lane.Batch;

/** How an attempt with a batch ended. */
record Outcome(Batch batch, DeliveryResult result) {}
