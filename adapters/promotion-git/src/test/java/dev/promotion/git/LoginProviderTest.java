package dev.promotion.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.repository.RepositoryUrl;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a login, and where it may be seen. */
class LoginProviderTest {

  private static final String URL = "https://git.example.com:8443/acme/shop.git";

  private final CredentialItem.Username user = new CredentialItem.Username();
  private final CredentialItem.Password token = new CredentialItem.Password();

  private static LoginProvider provider(String secret) {
    return new LoginProvider(
        new RepositoryUrl(URL), url -> Optional.of(GitLogin.of("robot", secret)));
  }

  private static URIish uri(String address) {
    try {
      return new URIish(address);
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  @Test
  void namedHostGetsTheLogin() {
    boolean given = provider("s3cret").get(uri("https://GIT.example.com:8443/x"), user, token);

    assertThat(given).isTrue();
    assertThat(user.getValue()).isEqualTo("robot");
    assertThat(token.getValue()).containsExactly('s', '3', 'c', 'r', 'e', 't');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.com/acme/shop.git",
        "http://git.example.com:8443/acme/shop.git",
        "https://git.example.com.evil.example.org:8443/acme/shop.git"
      })
  void anotherHostPortOrSchemeGetsNothing(String address) {
    assertThat(provider("s3cret").get(uri(address), user, token)).isFalse();
    assertThat(token.getValue()).isNull();
  }

  @Test
  void questionsOtherThanUserAndTokenAreNotAnswered() {
    LoginProvider provider = provider("s3cret");
    CredentialItem trust = new CredentialItem.YesNoType("Trust this host?");

    assertThat(provider.isInteractive()).isFalse();
    assertThat(provider.supports(user, trust)).isFalse();
    assertThat(provider.get(uri(URL), user, trust)).isFalse();
    assertThat(provider.get(uri(URL), user)).isTrue();
  }

  @Test
  void tokenThatWasNotAcceptedIsNotGivenAgain() {
    LoginProvider provider = provider("s3cret");

    provider.reset(uri(URL));

    assertThat(provider.get(uri(URL), user, token)).isFalse();
  }

  @Test
  void wordsOfAServerBecomeOneShortLineWithoutTheToken() {
    LoginProvider provider = provider("s3cret");
    provider.get(uri(URL), user, token);

    assertThat(provider.masked(" bad s3cret \r\n at https://u:p@h/x "))
        .isEqualTo("bad ***; at https://***@h/x");
    assertThat(provider.masked("x".repeat(500))).hasSize(401).endsWith("…");
  }

  @Test
  void exceptionThatRepeatsTheTokenSomewhereBetraysIt() {
    LoginProvider provider = provider("s3cret");
    provider.get(uri(URL), user, token);
    IOException deep = new IOException("no", new IOException("for s3cret"));

    assertThat(provider.betrays(deep)).isTrue();
    assertThat(provider.betrays(new IOException("no", new IOException()))).isFalse();
  }

  @Test
  void emptyTokenIsNoSecret() {
    LoginProvider provider = provider("");
    provider.get(uri(URL), user, token);

    assertThat(provider.masked("as it is")).isEqualTo("as it is");
    assertThat(provider.betrays(new IOException("as it is"))).isFalse();
  }
}
