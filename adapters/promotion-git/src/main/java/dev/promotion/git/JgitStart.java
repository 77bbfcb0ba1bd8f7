package dev.promotion.git;

import java.io.IOException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.SystemReader;
import org.eclipse.jgit.util.sha1.SHA1;

/**
 * Loads the one class of JGit that reads the user's configuration when it is loaded, and that the
 * transport cannot do without. For that moment, and for this thread only, there is none; what the
 * rest of the program sees of JGit does not change.
 */
final class JgitStart {

  private static boolean done;

  private JgitStart() {}

  /** Once for the process: while the reader is exchanged, other threads that use JGit may fail. */
  static synchronized void withoutUserConfiguration() {
    if (done) {
      return;
    }
    done = true;
    SystemReader before = SystemReader.getInstance();
    SystemReader blind = new Blind(before, Thread.currentThread());
    SystemReader.setInstance(blind);
    try {
      SHA1.newInstance();
    } finally {
      if (SystemReader.getInstance() == blind) {
        SystemReader.setInstance(before);
      }
    }
  }

  private static final class Blind extends SystemReader.Delegate {
    private final SystemReader others;
    private final Thread thread;

    Blind(SystemReader others, Thread thread) {
      super(others);
      this.others = others;
      this.thread = thread;
    }

    @Override
    public StoredConfig getUserConfig() throws IOException, ConfigInvalidException {
      return Thread.currentThread() == thread ? new MemoryConfig() : others.getUserConfig();
    }

    @Override
    public StoredConfig getSystemConfig() throws IOException, ConfigInvalidException {
      return Thread.currentThread() == thread ? new MemoryConfig() : others.getSystemConfig();
    }

    @Override
    public StoredConfig getJGitConfig() throws IOException, ConfigInvalidException {
      return Thread.currentThread() == thread ? new MemoryConfig() : others.getJGitConfig();
    }
  }

  /** A configuration that lies in no file. */
  static final class MemoryConfig extends StoredConfig {

    MemoryConfig() {
      super(new Config());
    }

    @Override
    public void load() {
      // There is nothing to read.
    }

    @Override
    public void save() {
      // There is nowhere to write.
    }
  }
}
