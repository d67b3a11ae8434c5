package notjarvis.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/**
 * The one codec. Records are immutable, so within a process they are handed on by reference; on the
 * wire they are JSON behind their length.
 */
final class EnvelopeCodec implements MessageCodec<Envelope, Envelope> {
  static final String NAME = "notjarvis.envelope";

  @Override
  public void encodeToWire(Buffer buffer, Envelope envelope) {
    byte[] json = envelope.json();
    buffer.appendInt(json.length).appendBytes(json);
  }

  @Override
  public Envelope decodeFromWire(int position, Buffer buffer) {
    int start = position + Integer.BYTES;
    return Envelope.received(buffer.getBytes(start, start + buffer.getInt(position)));
  }

  @Override
  public Envelope transform(Envelope envelope) {
    return envelope;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
