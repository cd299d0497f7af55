/** What a run of benchmarks needs, for those of all modules: effort, a directory, tables. */
@NullMarked
package dev.registrynotifications.bench.run;

import org.jspecify.annotations.NullMarked;
