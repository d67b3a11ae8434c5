package notjarvis.planner.gemini;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import notjarvis.journal.Usage;
import org.jspecify.annotations.Nullable;

/**
 * One request and what streams back. However it ends before its time, its connection is closed, so
 * that the service stops writing. All of it happens on the context that began it.
 */
final class Exchange {
  private static final int LARGEST_ERROR = 64 * 1024;

  private final Promise<Answer> answer = Promise.promise();
  private final AnswerStream stream;
  private final Buffer error = Buffer.buffer();
  private final Vertx vertx;
  private final StallWatch watch;
  private @Nullable HttpClientRequest request;
  private boolean answered;

  /** Hands each piece of the answer's text to the listener. */
  Exchange(Vertx vertx, ServiceLimits limits, Consumer<String> heard) {
    this.vertx = vertx;
    stream = new AnswerStream(heard);
    watch = new StallWatch(vertx, limits, () -> fail(Trouble.STALLED, "nothing was heard"));
  }

  /** Sends the body; the future fails with a {@link GeminiFailure}. */
  Future<Answer> begin(HttpClient client, RequestOptions options, Buffer body, Thinking thinking) {
    long left = thinking.deadline().remainingMs();
    long timer = vertx.setTimer(left, late -> fail(Trouble.SILENT, "deadline"));
    thinking.unwanted().onComplete(over -> fail(Trouble.UNWANTED, "nobody waits for it"));
    client
        .request(options)
        .onSuccess(opened -> send(opened, body))
        .onFailure(e -> fail(Trouble.UNREACHABLE, e.toString()));
    return answer
        .future()
        .onComplete(done -> vertx.cancelTimer(timer))
        .onComplete(done -> watch.stop())
        .onFailure(failure -> abort());
  }

  /** What it has cost so far; nothing while the service has not answered. */
  Usage usage() {
    return answered ? stream.usage() : Usage.NONE;
  }

  private void send(HttpClientRequest opened, Buffer body) {
    request = opened;
    if (answer.future().isComplete()) {
      abort();
      return;
    }
    opened
        .send(body)
        .onSuccess(this::receive)
        .onFailure(e -> fail(Trouble.UNREACHABLE, e.toString()));
  }

  private void receive(HttpClientResponse response) {
    answered = true;
    if (response.statusCode() == 200 && isEventStream(response)) {
      response
          .handler(bytes -> guard(() -> take(bytes)))
          .exceptionHandler(e -> fail(Trouble.BROKE_OFF, e.toString()))
          .endHandler(end -> guard(() -> answer.tryComplete(stream.end())));
    } else {
      response
          .handler(bytes -> gatherError(response.statusCode(), bytes))
          .exceptionHandler(e -> refused(response.statusCode()))
          .endHandler(end -> refused(response.statusCode()));
    }
  }

  private static boolean isEventStream(HttpClientResponse response) {
    return Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE))
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
        .isPresent();
  }

  private void take(Buffer bytes) {
    watch.heard();
    stream.feed(bytes.getBytes());
  }

  private void gatherError(int status, Buffer bytes) {
    error.appendBuffer(bytes);
    if (error.length() > LARGEST_ERROR) {
      refused(status);
    }
  }

  private void refused(int status) {
    String body = error.toString(StandardCharsets.UTF_8);
    answer.tryFail(
        status == 200
            ? ErrorBody.ofStream(body)
                .orElseGet(() -> new GeminiFailure(Trouble.NOT_GEMINI, "no stream: " + body))
            : ErrorBody.ofAnswer(status, body));
  }

  /** What still arrives after the end is not heard any more. */
  private void guard(Runnable step) {
    if (answer.future().isComplete()) {
      return;
    }
    try {
      step.run();
    } catch (RuntimeException e) {
      answer.tryFail(e);
    }
  }

  private void fail(Trouble trouble, String detail) {
    answer.tryFail(new GeminiFailure(trouble, detail));
  }

  private void abort() {
    if (request != null) {
      request.reset();
    }
  }
}
