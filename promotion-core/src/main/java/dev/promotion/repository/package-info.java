/**
 * The words of Git that the domain uses: where a repository is, what a branch, a commit, a file and
 * a path in it are called. Values only; nothing here reads a repository.
 */
@NullMarked
package dev.promotion.repository;

import org.jspecify.annotations.NullMarked;
