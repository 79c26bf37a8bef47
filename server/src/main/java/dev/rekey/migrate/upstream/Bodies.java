package dev.rekey.migrate.upstream;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes names and passwords as JSON, so that nothing in them can be anything else. */
final class Bodies {

  private Bodies() {}

  /**
   * @param wrappers the members around it, outermost first
   * @param key of the name
   */
  static byte[] of(List<String> wrappers, String key, String name, byte[] password) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = JsonMapper.shared().createGenerator(body)) {
      json.writeStartObject();
      for (String wrapper : wrappers) {
        json.writeName(wrapper);
        json.writeStartObject();
      }
      json.writeName(key);
      json.writeString(name);
      json.writeName("password");
      json.writeUTF8String(password, 0, password.length);
      for (int depth = 0; depth <= wrappers.size(); depth++) {
        json.writeEndObject();
      }
    }
    return body.toByteArray();
  }
}
