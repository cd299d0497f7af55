package dev.registrynotifications.receiver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Keeps the posts in the order of their arrival and wakes those who wait for them. */
final class Mailbox {

  private final Lock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();
  private final List<ReceivedPost> posts = new ArrayList<>();

  void add(ReceivedPost post) {
    lock.lock();
    try {
      posts.add(post);
      arrival.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<ReceivedPost> all() {
    lock.lock();
    try {
      return List.copyOf(posts);
    } finally {
      lock.unlock();
    }
  }

  List<ReceivedPost> takeAll() {
    lock.lock();
    try {
      List<ReceivedPost> taken = List.copyOf(posts);
      posts.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  List<ReceivedPost> await(Predicate<List<ReceivedPost>> condition, Duration deadline)
      throws InterruptedException {
    long nanosLeft = deadline.toNanos();
    lock.lock();
    try {
      while (!condition.test(List.copyOf(posts))) {
        if (nanosLeft <= 0) {
          throw new AssertionError(
              "Could not get the posts awaited: " + posts.size() + " came within " + deadline);
        }
        nanosLeft = arrival.awaitNanos(nanosLeft);
      }
      return List.copyOf(posts);
    } finally {
      lock.unlock();
    }
  }
}
