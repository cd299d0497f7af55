package dev.registrynotifications.host.storage.directory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.TagService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file for each tag, with the digest in it. */
final class DirectoryTagService implements TagService {

  private final Path tags;
  private final AtomicTree tree;

  DirectoryTagService(Path tags, AtomicTree tree) {
    this.tags = tags;
    this.tree = tree;
  }

  @Override
  public Optional<Digest> get(String tag) throws IOException {
    try {
      return Optional.of(Digest.parse(Files.readString(tags.resolve(tag), US_ASCII)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void tag(String tag, Digest digest) throws IOException {
    tree.write(tags.resolve(tag), digest.toString().getBytes(US_ASCII));
  }

  @Override
  public boolean untag(String tag) throws IOException {
    return Files.deleteIfExists(tags.resolve(tag));
  }

  @Override
  public List<String> all() throws IOException {
    return FileNames.in(tags);
  }

  @Override
  public List<String> lookup(Digest digest) throws IOException {
    List<String> found = new ArrayList<>();
    for (String tag : all()) {
      if (get(tag).filter(digest::equals).isPresent()) {
        found.add(tag);
      }
    }
    return found;
  }
}
