package dev.registrynotifications.comparison.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has of the machine's memory, as Linux counts it. */
public final class ProcessMemory {

  private static final String RESIDENT = "VmRSS:";
  private static final int KIBIBYTE = 1024;

  private ProcessMemory() {}

  /** Its resident set, in bytes. */
  public static long resident(ProcessHandle process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    String line =
        Files.readAllLines(status).stream()
            .filter(each -> each.startsWith(RESIDENT))
            .findFirst()
            .orElseThrow(() -> new IOException("Could not find " + RESIDENT + " in " + status));
    return Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE;
  }
}
