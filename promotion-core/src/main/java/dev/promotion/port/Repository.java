package dev.promotion.port;

/**
 * A Git repository, in three roles: its files, its history, and new commits.
 *
 * <p>Thread-safe; every method may block, and may throw a {@link PortException} whose fault tells
 * whether to wait or to fail. Branches are read afresh at each call; everything found by an id
 * never changes.
 */
public interface Repository extends RepositoryFiles, RepositoryHistory, RepositoryCommits {}
