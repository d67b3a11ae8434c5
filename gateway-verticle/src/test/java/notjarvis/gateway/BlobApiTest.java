package notjarvis.gateway;

import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import notjarvis.blob.Blob;
import notjarvis.blob.Blobs;
import notjarvis.blob.ReadBlob;
import notjarvis.failure.FailureCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/blobs}: what is shown and what is only handed out. */
@Timeout(30)
final class BlobApiTest {
  private static final String HASH = "a".repeat(64);

  private final RunningGateway gateway = RunningGateway.start();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aPictureIsShownAndAllElseIsHandedOut() throws Exception {
    List<ReadBlob> asked =
        gateway.answers(Blobs.READ, new Blob("image/png", new byte[] {'P', 'N', 'G'}));

    HttpResponse<String> picture = gateway.get("/v1/blobs/" + HASH);

    assertThat(asked).last().isEqualTo(new ReadBlob("local", HASH));
    assertThat(picture.body()).isEqualTo("PNG");
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(picture.headers().firstValue("Content-Disposition")).hasValue("inline");
    assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(picture.headers().firstValue("ETag")).hasValue("\"" + HASH + "\"");
  }

  @Test
  void theHeadOfABlobIsToldWithoutIt() throws Exception {
    gateway.answers(Blobs.READ, new Blob("image/png", new byte[] {'P', 'N', 'G'}));
    HttpRequest head =
        gateway
            .request("/v1/blobs/" + HASH)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();

    HttpResponse<String> response = gateway.send(head);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("Content-Length")).hasValue("3");
  }

  private HttpResponse<String> unless(String tags) throws Exception {
    return gateway.send(gateway.request("/v1/blobs/" + HASH).header("If-None-Match", tags).build());
  }

  @Test
  void aCopyIsKeptByWhoeverIsStillAllowedToHaveIt() throws Exception {
    gateway.answers(Blobs.READ, new Blob("image/png", new byte[] {'P', 'N', 'G'}));

    HttpResponse<String> whole = gateway.get("/v1/blobs/" + HASH);

    assertThat(whole.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
    assertThat(whole.headers().allValues("Vary")).containsExactly("Authorization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"HASH\"", "W/\"HASH\"", "\"other\", \"HASH\"", "*"})
  void whoHasACopyIsToldThatItIsStillGood(String tags) throws Exception {
    List<ReadBlob> asked =
        gateway.answers(Blobs.READ, new Blob("image/png", new byte[] {'P', 'N', 'G'}));

    HttpResponse<String> response = unless(tags.replace("HASH", HASH));

    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("ETag")).hasValue("\"" + HASH + "\"");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "HASH", "\"HASH"})
  void whoHasSomethingElseGetsAllOfIt(String tags) throws Exception {
    gateway.answers(Blobs.READ, new Blob("image/png", new byte[] {'P', 'N', 'G'}));

    assertThat(unless(tags.replace("HASH", HASH)).body()).isEqualTo("PNG");
  }

  @Test
  void aCopyOfWhatIsNoMoreIsNotGood() throws Exception {
    gateway.refuses(Blobs.READ, FailureCode.NOT_FOUND);

    refused(404, unless("\"" + HASH + "\""));
  }

  @Test
  void aBlobThatABrowserWouldRunIsOnlyBytes() throws Exception {
    gateway.answers(Blobs.READ, new Blob("text/html", new byte[] {'<', 'p', '>'}));

    HttpResponse<String> page = gateway.get("/v1/blobs/" + HASH);

    assertThat(page.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(page.headers().firstValue("Content-Disposition")).hasValue("attachment");
  }
}
