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
  private static final String SUFFIX = ".git";
  private static final String ALLOWED =
      "; allowed: https://host/path, ssh://git@host/path or git@host:path";
  private static final Pattern SHORT_FORM =
      Pattern.compile(
          "[A-Za-z0-9_][A-Za-z0-9_.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:(?!//)(?<path>[^:]+)",
          Pattern.DOTALL);
  private static final Pattern SCHEME = Pattern.compile("(https|http|ssh)://.*", Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]");
  private static final Pattern SSH_USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final Pattern HOST_AS_USER = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  /** A part that leads to its folder or out of it, also when {@code .git} is left out. */
  private static final Pattern DOTS = Pattern.compile("\\.{1,2}(\\.git)?");

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  /**
   * Checks the address.
   *
   * @throws InvalidDefinitionException with {@code URL_SCHEME}, {@code URL_CREDENTIALS}, {@code
   *     URL_AUTHORITY}, {@code URL_CHARSET} or {@code LIMIT}; what may be a secret in the address
   *     is not repeated in it
   */
  public RepositoryUrl {
    requireNonNull(value, "repoURL");
    if (value.length() > LONGEST) {
      throw refused(ProblemCode.LIMIT, value, "is longer than " + LONGEST + " characters");
    }
    boolean shortForm = SHORT_FORM.matcher(value).matches();
    if (!shortForm && !SCHEME.matcher(value).matches()) {
      throw refused(ProblemCode.URL_SCHEME, value, "has a scheme that is not allowed");
    }
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw refused(
          ProblemCode.URL_CHARSET,
          value,
          "has a space, a line break or another character that is not allowed");
    }
    if (!shortForm) {
      checkUri(value);
    }
    checkPath(value);
  }

  /**
   * Returns the path of the repository on its host, without a slash before it or {@code .git} after
   * its name.
   *
   * @return the path, such as {@code acme/shop}; never empty
   */
  public String path() {
    String path = trimmed(value);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? path.substring(0, path.length() - SUFFIX.length())
        : path;
  }

  /** Returns the address as it was written. */
  @Override
  public String toString() {
    return value;
  }

  private static void checkUri(String value) {
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
  }

  private static void checkUser(String value, URI uri) {
    String user = uri.getRawUserInfo();
    if (user == null || (uri.getScheme().equals("ssh") && SSH_USER.matcher(user).matches())) {
      return;
    }
    if (HOST_AS_USER.matcher(user).matches()) {
      throw refused(
          ProblemCode.URL_AUTHORITY,
          value,
          "has a user that reads as a host and hides the real one");
    }
    throw refused(
        ProblemCode.URL_CREDENTIALS,
        value,
        "holds a user or password; give credentials to the repository adapter instead");
  }

  private static void checkPath(String value) {
    String path = trimmed(value);
    boolean unsafe =
        path.equals(SUFFIX)
            || DRIVE.matcher(path).matches()
            || path.codePoints().anyMatch(c -> c == '\\' || Texts.invisible(c));
    for (String part : path.split("/", -1)) {
      unsafe |= part.isEmpty() || DOTS.matcher(part).matches() || part.startsWith("-");
    }
    if (unsafe) {
      throw refused(
          ProblemCode.URL_CHARSET,
          value,
          "has no path, or one with '.', '..', an empty part or a character that is not allowed");
    }
  }

  /** Returns the path, decoded, without slashes at its ends. */
  private static String trimmed(String value) {
    Matcher shortForm = SHORT_FORM.matcher(value);
    String path = shortForm.matches() ? shortForm.group("path") : URI.create(value).getPath();
    return path.replaceAll("^/+|/+$", "");
  }

  private static InvalidDefinitionException refused(ProblemCode code, String value, String reason) {
    return new InvalidDefinitionException(
        code,
        "repoURL",
        "repository address " + Texts.quoted(masked(value)) + " " + reason + ALLOWED);
  }

  /** Hides all that may be a secret: what stands before an '@', and what follows a '?' or '#'. */
  private static String masked(String value) {
    int scheme = value.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int at = value.lastIndexOf('@');
    String shown = at < from ? value : value.substring(0, from) + "***" + value.substring(at);
    return shown.replaceFirst("(?s)[?#].*", "?***");
  }
}
