package dev.promotion.port;

import dev.promotion.product.Application;
import java.util.Optional;

/**
 * Tells what an application runs and how it is, as Argo CD sees it. Users implement it to plug in
 * their cluster.
 *
 * <p>Thread-safe; may block. A status may be old: the promoter believes it only as far as its times
 * and revisions allow.
 */
@FunctionalInterface
public interface Health {

  /**
   * Reads the status of an application.
   *
   * @param application the application
   * @return its status, or empty if it is certain that there is no such application
   * @throws PortException if it cannot be told
   */
  Optional<ApplicationStatus> status(Application application);
}
