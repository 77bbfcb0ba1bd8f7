package dev.promotion.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.promotion.problem.InvalidDefinitionException;
import dev.promotion.problem.ProblemCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryUrlTest {

  @Property
  void whateverComesIsTakenOrRefusedWithACode(@ForAll String text) {
    for (String url : new String[] {text, "https://" + text, "https://host/" + text}) {
      try {
        assertThat(new RepositoryUrl(url).path())
            .isNotEmpty()
            .doesNotStartWith("/")
            .doesNotEndWith("/");
      } catch (InvalidDefinitionException refused) {
        assertThat(refused.code()).isNotNull();
      }
    }
  }

  @Property
  void aPasswordIsNeverRepeated(@ForAll @AlphaChars @StringLength(min = 8, max = 30) String word) {
    String password = "Secret" + word;

    for (String form :
        new String[] {
          "https://user:%s@host/r",
          "https://%s@host/r",
          "http://user:a/%s@host/r",
          "ssh://git:%s@host/r",
          "user:%s@host:r",
          "https:user:%s@host/r",
          "https://user:%s@host name/r",
          "https://user:%s\n@host/r",
          "https://user:%s@ho_st/r",
          "https://user:%s\\@host/r",
          "https://host/r?token=%s",
          "https://host/r#%s",
          "https://host/r?token=%s&x=a@b",
          "ftp://user:%s@host/r",
        }) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .as(form)
          .isThrownBy(() -> new RepositoryUrl(form.replace("%s", password)))
          .withMessageNotContaining(password);
    }
  }

  @Nested
  class AnAddress {

    @ParameterizedTest
    @CsvSource({
      "https://github.com/acme/shop.git,           acme/shop",
      "https://github.com/acme/shop,               acme/shop",
      "https://github.com/acme/shop/,              acme/shop",
      "http://git.example:8080/shop.git,           shop",
      "https://git.example/a/b/c/shop.git/,        a/b/c/shop",
      "https://dev.azure.com/o/My%20Shop/_git/s,   o/My Shop/_git/s",
      "https://[2001:db8::1]/acme/shop,            acme/shop",
      "https://git.example/acme/.git,              acme/.git",
      "https://git.example/acme/shop.git.git,      acme/shop.git",
      "https://git.example//acme/shop,             acme/shop",
      "https://github.com/con/duct,                con/duct",
      "ssh://git@github.com/acme/shop.git,         acme/shop",
      "ssh://john.doe@gerrit.example:29418/shop,   shop",
      "ssh://host/shop,                            shop",
      "git@github.com:acme/shop.git,               acme/shop",
      "git@github.com:/acme/shop.git,              acme/shop",
      "git@ssh.dev.azure.com:v3/org/project/repo,  v3/org/project/repo",
      "git@host:~acme/shop,                        ~acme/shop",
      "git@host:a%20b,                             a%20b"
    })
    void isKeptAndKnowsItsPath(String url, String path) {
      RepositoryUrl address = new RepositoryUrl(url);

      assertThat(address).hasToString(url);
      assertThat(address.path()).isEqualTo(path);
    }

    @Test
    void mayHave2048Characters() {
      assertThat(new RepositoryUrl("https://host/" + "x".repeat(2035)).value()).hasSize(2048);
    }

    @Test
    void isNeverNull() {
      assertThatNullPointerException()
          .isThrownBy(() -> new RepositoryUrl(null))
          .withMessage("repoURL");
    }
  }

  @Nested
  class ARefusedAddress {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "shop",
          "ext::sh -c touch% /tmp/x",
          "file:///srv/git/shop",
          "/srv/git/shop",
          "../shop",
          "--upload-pack=touch /tmp/x",
          "-oProxyCommand=touch@h",
          "-oProxyCommand=touch@h:r",
          "git@-oProxyCommand=touch:r",
          "git://host/shop",
          "ftp://host/shop",
          "HTTPS://host/shop",
          "javascript:alert(1)",
          "user:password@host:r",
          "a@b://host/r",
          "host:acme/shop",
          " https://host/r"
        })
    void hasAnotherScheme(String url) {
      refused(url, ProblemCode.URL_SCHEME);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://user:tok@host/r",
          "https://tok@host/r",
          "https://@host/r",
          "https://user:@host/r",
          "http://x-access-token:tok@github.com/acme/shop",
          "ssh://git:password@host/r",
          "ssh://-oProxyCommand=x@host/r"
        })
    void holdsCredentials(String url) {
      refused(url, ProblemCode.URL_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://github.com@evil/acme/shop",
          "https://github.com@evil.example:8443/acme/shop",
          "https://evil\\@github.com/acme/shop",
          "https://github.com\\acme",
          "https:///acme/shop",
          "https://ho_st/acme/shop",
          "https://-host/acme/shop",
          "https://[fe80::1%25en0]/acme/shop",
          "https://user:to/k@host/r",
          "https://host:port/acme/shop",
          "ssh://-oProxyCommand=x/r"
        })
    void hidesItsHost(String url) {
      refused(url, ProblemCode.URL_AUTHORITY);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://host/r\nx",
          "https://host/r\r\n",
          "https://host/a b",
          "https://host/r\0",
          "https://höst/r",
          "git@host:a b",
          "git@host:a\nb",
          "https://",
          "https://host",
          "https://host/",
          "https://host/.git",
          "https://host/a//b",
          "https://host/a/../b",
          "https://host/a/./b",
          "https://host/...git",
          "https://host/a/..git",
          "https://host/%2e%2e.git",
          "git@host:...git",
          "https://host/%2e%2e/b",
          "https://host/a%2f..%2f..%2fb",
          "https://host/a%0ab",
          "https://host/a%00b",
          "https://host/a%5cb",
          "https://host/C:/x",
          "https://host/%zz",
          "https://host/-x",
          "https://host/a?b",
          "https://host/a#b",
          "https://[::1/r",
          "git@host:../r",
          "git@host:a\\..\\b",
          "git@host:/",
          "git@host:-x",
          "git@host:.git"
        })
    void hasACharacterOrAPathThatIsNotAllowed(String url) {
      refused(url, ProblemCode.URL_CHARSET);
    }

    @Test
    void isTooLong() {
      refused("https://host/" + "x".repeat(2036), ProblemCode.LIMIT);
    }

    @Test
    void isShownWithoutWhatMayBeASecret() {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> new RepositoryUrl("https://alice:s3cr3t@github.com/acme/shop"))
          .withMessage(
              "repoURL: repository address 'https://***@github.com/acme/shop' holds a user or"
                  + " password; give credentials to the repository adapter instead; allowed:"
                  + " https://host/path, ssh://git@host/path or git@host:path [URL_CREDENTIALS]");
    }

    private static void refused(String url, ProblemCode code) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .as(url)
          .isThrownBy(() -> new RepositoryUrl(url))
          .withMessageStartingWith("repoURL: repository address '")
          .satisfies(thrown -> assertThat(thrown.code()).as(url).isEqualTo(code));
    }
  }
}
