package dev.promotion.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RepositoryPathLawsTest {

  private static final Path ROOT = Path.of("/a/root");

  @Property
  void whatPassesStaysBelowTheRootInOneForm(@ForAll("paths") String text) {
    if (RepositoryPath.fault(text).isEmpty()) {
      Path resolved = ROOT.resolve(text);

      assertThat(resolved.normalize()).isEqualTo(resolved).startsWithRaw(ROOT);
      assertThat(resolved.toString()).isEqualTo((ROOT + "/" + text).replaceAll("/$", ""));
    }
  }

  @Property
  void whatPassesHasNothingOfGitsOwn(@ForAll("paths") String text) {
    if (RepositoryPath.fault(text).isEmpty()) {
      for (String part : new RepositoryPath(text).parts()) {
        String folded =
            Normalizer.normalize(part, Normalizer.Form.NFKD)
                .replaceAll("\\p{Cf}", "")
                .toLowerCase(Locale.ROOT);
        assertThat(folded).doesNotMatch("[.]git[ .]*(:.*)?").doesNotMatch("git~[0-9]+");
        assertThat(part).doesNotEndWith(".").doesNotEndWith(" ");
      }
    }
  }

  @Property
  void whatPassesPassesBelowAnyFolderThatPasses(
      @ForAll("paths") String folder, @ForAll("paths") String file) {
    if (RepositoryPath.fault(folder).isEmpty() && RepositoryPath.fault(file).isEmpty()) {
      RepositoryPath joined = new RepositoryPath(folder).resolve(new RepositoryPath(file));

      assertThat(joined.parts().size())
          .isEqualTo(
              new RepositoryPath(folder).parts().size() + new RepositoryPath(file).parts().size());
    }
  }

  @Property
  void whateverComesIsJudgedAndNeverThrows(@ForAll String text) {
    assertThat(RepositoryPath.fault(text)).isNotNull();
  }

  /** Parts that come near what is forbidden, joined by what may separate them. */
  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> bits =
        Arbitraries.of(
            List.of(
                ".",
                "..",
                "git",
                "GIT",
                ".git",
                "~1",
                "~",
                "/",
                "//",
                "\\",
                ":",
                " ",
                "a",
                "b.yaml",
                "C",
                "con",
                "nul",
                "\u200c",
                "\ufeff",
                "\u0301",
                "e",
                "\0",
                "\n",
                "$",
                "．",
                "ｇ",
                "modules",
                "attributes",
                "\ud83d",
                "\ude80",
                "7"));
    return bits.list().ofMaxSize(8).map(each -> String.join("", each));
  }
}
