package dev.promotion.git;

import java.util.Map;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * A cache as the transport of JGit sees it: it has no folder, so no hook and no configuration can
 * be found in it. Made anew for each connection.
 */
final class TransportRepository extends Repository {

  private final StoredConfig config = new JgitStart.MemoryConfig();
  private final ObjectDatabase objects;
  private final RefDatabase references;

  TransportRepository(ObjectStore store, Disk disk, Map<String, ObjectId> references) {
    super(new BaseRepositoryBuilder<>());
    this.objects = new Objects(store, disk);
    this.references = new TransportReferences(references);
    config.setString("protocol", null, "version", "2");
    // Credentials and content go to the host that was named, not to where it sends us.
    config.setString("http", null, "followRedirects", "false");
  }

  @Override
  public ObjectDatabase getObjectDatabase() {
    return objects;
  }

  @Override
  public RefDatabase getRefDatabase() {
    return references;
  }

  @Override
  public StoredConfig getConfig() {
    return config;
  }

  @Override
  public String getIdentifier() {
    return "promotion";
  }

  @Override
  public void create(boolean bare) {
    throw new UnsupportedOperationException("the cache is there");
  }

  @Override
  public AttributesNodeProvider createAttributesNodeProvider() {
    throw new UnsupportedOperationException("there are no attributes");
  }

  @Override
  public void scanForRepoChanges() {
    // Nobody listens.
  }

  @Override
  public void notifyIndexChanged(boolean internal) {
    // There is no index.
  }

  private static final class Objects extends ObjectDatabase {
    private final ObjectStore store;
    private final Disk disk;

    Objects(ObjectStore store, Disk disk) {
      this.store = store;
      this.disk = disk;
    }

    @Override
    public ObjectReader newReader() {
      return new StoreReader(store);
    }

    @Override
    public ObjectInserter newInserter() {
      return new ReceivedPacks(store, disk).newInserter();
    }

    @Override
    public long getApproximateObjectCount() {
      return -1;
    }

    @Override
    public void close() {
      // The store is closed by its repository.
    }
  }
}
