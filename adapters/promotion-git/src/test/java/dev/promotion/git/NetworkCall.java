package dev.promotion.git;

import static dev.promotion.git.Drafts.texts;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.port.Repository;
import dev.promotion.port.WriteResult;
import dev.promotion.repository.Revision;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Every call to a repository that reaches the network, with what the cache may know before it. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum NetworkCall {
  HEAD_COLD(Cache.EMPTY, (site, git) -> git.head(NetworkSite.MAIN).commit(), site -> site.newest),
  HEAD_MOVED(Cache.OLDER, (site, git) -> git.head(NetworkSite.MAIN).commit(), site -> site.newest),
  HEAD_SAME(Cache.SAME, (site, git) -> git.head(NetworkSite.MAIN).commit(), site -> site.newest),
  HEAD_OF_THE_DEFAULT_BRANCH(
      Cache.EMPTY, (site, git) -> git.head(new Revision("HEAD")).branch().value(), site -> "main"),
  FILES_COLD(Cache.EMPTY, (site, git) -> git.files(site.newest, NetworkSite.APP).size(), site -> 2),
  FILES_WARM(Cache.OLDER, (site, git) -> git.files(site.newest, NetworkSite.APP).size(), site -> 2),
  CONTENT_COLD(
      Cache.EMPTY, (site, git) -> new String(git.content(Drafts.id("3")), UTF_8), site -> "3"),
  CONTENT_WARM(
      Cache.OLDER, (site, git) -> new String(git.content(Drafts.id("3")), UTF_8), site -> "3"),
  COMMIT_COLD(Cache.EMPTY, (site, git) -> git.commit(site.newest).id(), site -> site.newest),
  COMMIT_WARM(Cache.OLDER, (site, git) -> git.commit(site.newest).id(), site -> site.newest),
  COMMIT_THAT_NO_BRANCH_LEADS_TO(
      Cache.SAME, (site, git) -> git.commit(site.unlisted).id(), site -> site.unlisted),
  CONTAINS_COLD(Cache.EMPTY, (site, git) -> git.contains(site.newest, site.oldest), site -> true),
  CONTAINS_WARM(Cache.OLDER, (site, git) -> git.contains(site.newest, site.oldest), site -> true),
  CONTAINS_UNLISTED(
      Cache.SAME, (site, git) -> git.contains(site.unlisted, site.oldest), site -> true),
  LAST_CHANGE_COLD(
      Cache.EMPTY,
      (site, git) ->
          git.lastChange(site.oldest, site.newest, NetworkSite.VALUES).orElseThrow().id(),
      site -> site.newest),
  LAST_CHANGE_WARM(
      Cache.OLDER,
      (site, git) ->
          git.lastChange(site.oldest, site.newest, NetworkSite.VALUES).orElseThrow().id(),
      site -> site.newest),
  PREPARE_COLD(
      Cache.EMPTY, (site, git) -> git.prepare(site.ours.draft()).id(), site -> site.ours.id()),
  PREPARE_WARM(
      Cache.OLDER, (site, git) -> git.prepare(site.ours.draft()).id(), site -> site.ours.id()),
  WRITE_COLD(
      Cache.EMPTY, (site, git) -> git.write(site.ours, texts("4")), site -> WriteResult.WRITTEN),
  WRITE_WARM(
      Cache.SAME, (site, git) -> git.write(site.ours, texts("4")), site -> WriteResult.WRITTEN),
  WRITE_ON_A_BRANCH_THAT_MOVED(
      Cache.SAME,
      (site, git) -> git.write(site.tooLate, texts("4")),
      site -> WriteResult.BRANCH_MOVED);

  /** What the cache knows before the call. */
  enum Cache {
    EMPTY,
    OLDER,
    SAME
  }

  private final Cache cache;
  private final BiFunction<NetworkSite, Repository, Object> call;
  private final Function<NetworkSite, Object> answer;

  NetworkCall(
      Cache cache,
      BiFunction<NetworkSite, Repository, Object> call,
      Function<NetworkSite, Object> answer) {
    this.cache = cache;
    this.call = call;
    this.answer = answer;
  }

  /** Lets the cache know what it is to know before the call. */
  void before(Repository repository) {
    if (cache != Cache.EMPTY) {
      repository.head(cache == Cache.OLDER ? NetworkSite.OLD : NetworkSite.MAIN);
    }
  }

  Object on(NetworkSite site, Repository repository) {
    return call.apply(site, repository);
  }

  Object rightAnswer(NetworkSite site) {
    return answer.apply(site);
  }

  /** Whether the branch is at our commit after a call that was answered. */
  boolean writes() {
    return this == WRITE_COLD || this == WRITE_WARM;
  }
}
