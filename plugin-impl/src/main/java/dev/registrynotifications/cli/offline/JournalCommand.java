package dev.registrynotifications.cli.offline;

import picocli.CommandLine.Command;

/** Holds what is done with a journal's directory; it does nothing by itself. */
@Command(name = "journal", description = "Look at a journal's directory.")
final class JournalCommand {}
