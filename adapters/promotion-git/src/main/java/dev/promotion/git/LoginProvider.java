package dev.promotion.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.promotion.port.Fault;
import dev.promotion.port.PortException;
import dev.promotion.problem.ProblemCode;
import dev.promotion.repository.RepositoryUrl;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Gives JGit the login for one connection, and only for the host that the address names. Remembers
 * what it gave just long enough to mask it in what the server answers.
 */
final class LoginProvider extends CredentialsProvider {

  private static final int LONGEST = 400;

  private final RepositoryUrl url;
  private final GitCredentials credentials;
  private final List<String> secrets = new ArrayList<>();
  private boolean rejected;

  LoginProvider(RepositoryUrl url, GitCredentials credentials) {
    this.url = url;
    this.credentials = credentials;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username)
          && !(item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish asking, CredentialItem... items) {
    if (rejected || !supports(items) || !isNamed(asking)) {
      return false;
    }
    Optional<GitLogin> login = login();
    login.ifPresent(found -> fill(found, items));
    return login.isPresent();
  }

  /** What a supplier throws may hold the secret that it could not read, so it goes no further. */
  private Optional<GitLogin> login() {
    try {
      return credentials.login(url);
    } catch (PortException told) {
      throw told;
    } catch (RuntimeException broken) {
      throw Failures.of(
          url.value(),
          Fault.AUTH,
          ProblemCode.REPOSITORY_AUTH,
          "the supplier of credentials failed with "
              + broken.getClass().getSimpleName()
              + "; mend it, the release asks again");
    }
  }

  private boolean isNamed(URIish asking) {
    URI named = URI.create(url.value());
    return named.getScheme().equals(asking.getScheme())
        && named.getHost().equalsIgnoreCase(asking.getHost())
        && named.getPort() == asking.getPort();
  }

  private void fill(GitLogin login, CredentialItem... items) {
    String basic = login.user() + ":" + login.token();
    secrets.add(login.token());
    secrets.add(URLEncoder.encode(login.token(), UTF_8));
    secrets.add(base64(login.token()));
    secrets.add(base64(basic));
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username user) {
        user.setValue(login.user());
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(login.token().toCharArray());
      }
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @Override
  public void reset(URIish asking) {
    // JGit calls it when the server did not accept what was given: it would only ask again.
    rejected = true;
  }

  /** Returns the words of a server as part of one sentence, without secrets. */
  String masked(String words) {
    String masked = words;
    for (String secret : secrets) {
      masked = secret.isEmpty() ? masked : masked.replace(secret, "***");
    }
    masked = masked.replaceAll("://[^/@\\s]*@", "://***@").strip();
    masked = masked.replaceAll("\\s*[\\r\\n]+\\s*", "; ");
    return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
  }

  /** Tells whether an exception, or what led to it, repeats a secret. */
  boolean betrays(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      String text = String.valueOf(at.getMessage());
      if (secrets.stream().anyMatch(secret -> !secret.isEmpty() && text.contains(secret))) {
        return true;
      }
    }
    return false;
  }
}
