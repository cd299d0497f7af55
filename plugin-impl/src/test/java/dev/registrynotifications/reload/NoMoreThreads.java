package dev.registrynotifications.reload;

import java.util.function.Supplier;

/** Set on a thread, it keeps it from starting others: each new thread would inherit it. */
final class NoMoreThreads extends InheritableThreadLocal<Boolean> {

  /** Has that done as if the JVM were out of threads. */
  static <T> T during(Supplier<T> work) {
    NoMoreThreads none = new NoMoreThreads();
    none.set(true);
    try {
      return work.get();
    } finally {
      none.remove();
    }
  }

  @Override
  protected Boolean childValue(Boolean parentValue) {
    throw new OutOfMemoryError("unable to create native thread");
  }
}
