package dev.promotion.repository;

import static java.util.Objects.requireNonNull;

import dev.promotion.internal.text.Texts;
import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a repository as an Argo CD application names it ({@code spec.source.repoURL}).
 *
 * <p>Allowed are {@code https://host/path}, {@code http://host/path}, {@code ssh://git@host/path}
 * and the short form {@code git@host:path}. A password is refused, so that an address can be shown
 * anywhere; credentials belong to the adapter.
 *
 * @param value the address as it was written
 */
public record RepositoryUrl(String value) {

  private static final int LONGEST = 2048;
  private static final String ALLOWED =
      "; allowed: https://host/path, ssh://git@host/path or git@host:path";
  private static final Pattern SHORT_FORM =
      Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*)@([A-Za-z0-9][A-Za-z0-9.-]*):([^:]+)");
  private static final Pattern SCHEME = Pattern.compile("(https|http|ssh)://.+");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]");

  /**
   * Checks the address.
   *
   * @throws InvalidDefinitionException with {@code URL_SCHEME}, {@code URL_CREDENTIALS}, {@code
   *     URL_AUTHORITY} or {@code URL_CHARSET}; a password in the address is not repeated in it
   */
  public RepositoryUrl {
    requireNonNull(value, "repoURL");
    if (value.length() > LONGEST || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw refused(
          ProblemCode.URL_CHARSET,
          value,
          "has a space, a line break or another character that is not allowed");
    }
    Matcher shortForm = SHORT_FORM.matcher(value);
    if (!value.contains("://") && shortForm.matches()) {
      checkPath(value, "/" + shortForm.group(3));
    } else {
      checkUri(value);
    }
  }

  /**
   * Returns the path of the repository on its host, without a slash before it or {@code .git} after
   * it.
   *
   * @return the path, such as {@code acme/shop}; never empty
   */
  public String path() {
    Matcher shortForm = SHORT_FORM.matcher(value);
    String path =
        !value.contains("://") && shortForm.matches()
            ? shortForm.group(3)
            : URI.create(value).getPath();
    String trimmed = path.replaceAll("^/+|/+$", "");
    return trimmed.endsWith(".git") ? trimmed.substring(0, trimmed.length() - 4) : trimmed;
  }

  /** Returns the address as it was written. */
  @Override
  public String toString() {
    return value;
  }

  private static void checkUri(String value) {
    if (!SCHEME.matcher(value).matches()) {
      throw refused(ProblemCode.URL_SCHEME, value, "has a scheme that is not allowed");
    }
    if (value.indexOf('\\') >= 0) {
      throw refused(ProblemCode.URL_AUTHORITY, value, "has a backslash, which hides the real host");
    }
    URI uri;
    try {
      uri = new URI(value);
    } catch (URISyntaxException malformed) {
      throw refused(ProblemCode.URL_CHARSET, value, "is not a well-formed address");
    }
    checkUser(value, uri);
    if (uri.getHost() == null || !HOST.matcher(uri.getHost()).matches()) {
      throw refused(ProblemCode.URL_AUTHORITY, value, "has no host that can be told for certain");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw refused(ProblemCode.URL_CHARSET, value, "has a '?' or '#'");
    }
    checkPath(value, uri.getPath());
  }

  private static void checkUser(String value, URI uri) {
    String user = uri.getRawUserInfo();
    if (user == null) {
      return;
    }
    boolean plainSshUser =
        uri.getScheme().equals("ssh") && user.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    if (!plainSshUser) {
      throw refused(
          ProblemCode.URL_CREDENTIALS,
          value,
          "holds a user or password; give credentials to the repository adapter instead");
    }
  }

  private static void checkPath(String value, String path) {
    String bare = path.replaceAll("^/+|/+$", "");
    boolean unsafe = bare.isEmpty() || bare.equals(".git");
    for (String part : bare.split("/", -1)) {
      unsafe |= part.isEmpty() || part.equals(".") || part.equals("..") || part.startsWith("-");
    }
    if (unsafe) {
      throw refused(
          ProblemCode.URL_CHARSET, value, "has no path, or one with '.', '..' or an empty part");
    }
  }

  private static InvalidDefinitionException refused(ProblemCode code, String value, String reason) {
    return new InvalidDefinitionException(
        code,
        "repoURL",
        "repository address " + Texts.quoted(masked(value)) + " " + reason + ALLOWED);
  }

  private static String masked(String value) {
    int start = value.indexOf("://");
    int from = start < 0 ? 0 : start + 3;
    int slash = value.indexOf('/', from);
    int at = value.lastIndexOf('@', slash < 0 ? value.length() : slash);
    return at < from ? value : value.substring(0, from) + "***" + value.substring(at);
  }
}
