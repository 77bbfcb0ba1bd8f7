package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.promotion.release.RecordedEvent;
import dev.promotion.release.ReleaseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleReleasesTest {

  @Test
  void everyKindOfEventIsAmongTheSamples() {
    List<RecordedEvent> samples = SampleReleases.everyKind(SampleReleases.id(1), "shop");

    assertThat(samples)
        .extracting(sample -> (Object) sample.event().getClass())
        .hasSameElementsAs(kinds(ReleaseEvent.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SampleReleasesTest::kinds)
        : Stream.of(type);
  }
}
