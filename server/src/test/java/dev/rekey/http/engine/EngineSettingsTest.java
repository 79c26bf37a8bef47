package dev.rekey.http.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {

  @Test
  void theUsualLimitsAreTheDocumentedOnes() {
    EngineSettings usual = EngineSettings.at("localhost", 8080);
    assertThat(usual.bodyLimit()).isEqualTo(65_536);
    assertThat(usual.headerLimit()).isEqualTo(16_384);
    assertThat(usual.trustedProxies()).isEmpty();
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatThrownBy(() -> EngineSettings.at("localhost", 65_536)).hasMessageContaining("port");
    assertThatThrownBy(() -> settings(0, Duration.ofSeconds(1), 1)).hasMessageContaining("limit");
    assertThatThrownBy(() -> settings(1, Duration.ZERO, 1)).hasMessageContaining("timeout");
    assertThatThrownBy(() -> settings(1, Duration.ofSeconds(1), 0)).hasMessageContaining("connect");
  }

  private static void settings(int limit, Duration timeout, int connections) {
    new EngineSettings(
        "localhost", 0, limit, limit, limit, timeout, timeout, List.of(), connections);
  }
}
