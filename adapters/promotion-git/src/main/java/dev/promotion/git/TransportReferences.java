package dev.promotion.git;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.RefRename;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.ReflogReader;
import org.jspecify.annotations.Nullable;

/** The references that tell a server what a cache has already. Nothing moves them here. */
final class TransportReferences extends RefDatabase {

  private final Map<String, Ref> references = new TreeMap<>();

  TransportReferences(Map<String, ObjectId> ids) {
    ids.forEach(
        (name, id) ->
            references.put(name, new ObjectIdRef.PeeledNonTag(Ref.Storage.PACKED, name, id)));
  }

  @Override
  public @Nullable Ref exactRef(String name) {
    return references.get(name);
  }

  @Override
  @SuppressWarnings("deprecation") // still what the transport calls in the end
  public Map<String, Ref> getRefs(String prefix) {
    Map<String, Ref> found = new TreeMap<>();
    references.forEach(
        (name, ref) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), ref);
          }
        });
    return found;
  }

  @Override
  public List<Ref> getAdditionalRefs() {
    return List.of();
  }

  @Override
  public Ref peel(Ref ref) {
    return ref;
  }

  @Override
  public boolean isNameConflicting(String name) {
    return false;
  }

  @Override
  public RefUpdate newUpdate(String name, boolean detach) throws IOException {
    throw fixed();
  }

  @Override
  public RefRename newRename(String from, String to) throws IOException {
    throw fixed();
  }

  @Override
  public ReflogReader getReflogReader(Ref ref) throws IOException {
    throw fixed();
  }

  private static IOException fixed() {
    return new IOException("the references of a cache are not moved by the transport");
  }

  @Override
  public void create() {
    // There is nothing to make.
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
