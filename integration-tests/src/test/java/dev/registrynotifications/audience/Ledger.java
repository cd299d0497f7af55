package dev.registrynotifications.audience;

import dev.registrynotifications.audience.Notice.Happening;
import java.util.ArrayList;
import java.util.List;

/** What a receiver has understood, and what it has refused. Safe for use by several threads. */
public final class Ledger {

  // Both guarded by this.
  private final List<List<Notice>> entries = new ArrayList<>();
  private final List<Reply> refusals = new ArrayList<>();

  /** What was read in one request. */
  public synchronized void enter(List<Notice> notices) {
    entries.add(List.copyOf(notices));
  }

  synchronized void refuse(Reply refusal) {
    refusals.add(refusal);
  }

  /** What it has read, request by request. */
  public synchronized List<List<Notice>> entries() {
    return List.copyOf(entries);
  }

  /** How it has refused requests. */
  public synchronized List<Reply> refusals() {
    return List.copyOf(refusals);
  }

  /** All that it has read, in order. */
  public List<Notice> notices() {
    return entries().stream().flatMap(List::stream).toList();
  }

  /** What it has read of, in order. */
  public List<Happening> happenings() {
    return notices().stream().map(Notice::happening).toList();
  }

  /** The part of that that happened in one repository. */
  public List<Happening> happeningsIn(String repository) {
    return happenings().stream().filter(what -> what.repository().equals(repository)).toList();
  }
}
