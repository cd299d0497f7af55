package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.lane.Batch;
import dev.registrynotifications.endpoint.send.DeliveryResult;

/** How an attempt with a batch ended. */
record Outcome(Batch batch, DeliveryResult result) {}
