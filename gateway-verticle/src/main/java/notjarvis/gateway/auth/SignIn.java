package notjarvis.gateway.auth;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.config.Secret;
import notjarvis.gateway.http.Refusal;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who is asking. With a secret it is whoever the bearer token names; without one there is
 * one owner, who is whoever can reach the server.
 */
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final String WHO = "notjarvis.signed-in";
  private static final SignedIn LOCAL = new SignedIn(ThreadKey.LOCAL_OWNER, Instant.MAX);
  private static final Pattern BEARER =
      Pattern.compile("bearer +(?<token>[A-Za-z0-9._-]+) *", Pattern.CASE_INSENSITIVE);
  private static final String CHALLENGE = "Bearer realm=\"not-jarvis\"";

  private final @Nullable Tokens tokens;

  private SignIn(@Nullable Tokens tokens) {
    this.tokens = tokens;
  }

  /** The sign-in of a server that was given this secret, or none. */
  public static SignIn with(Optional<Secret> secret) {
    return new SignIn(secret.map(Tokens::signedWith).orElse(null));
  }

  /** Lets a request pass once it is known whose it is, or refuses it. */
  public void check(RoutingContext ctx) {
    if (tokens == null) {
      pass(ctx, LOCAL);
      return;
    }
    Optional<String> token = token(ctx.request().headers().getAll(HttpHeaders.AUTHORIZATION));
    if (token.isEmpty()) {
      refuse(ctx, CHALLENGE, "Sign in: send Authorization: Bearer and a token.");
      return;
    }
    tokens
        .check(token.get())
        .onSuccess(who -> pass(ctx, who))
        .onFailure(failure -> refuse(ctx, failure));
  }

  /** Whose request this is; to be asked after {@link #check}. */
  public static String owner(RoutingContext ctx) {
    return who(ctx).ownerId();
  }

  /** Until when they are signed in: what takes longer has to end then. */
  public static Instant until(RoutingContext ctx) {
    return who(ctx).until();
  }

  private static SignedIn who(RoutingContext ctx) {
    @Nullable SignedIn who = ctx.get(WHO);
    if (who == null) {
      throw new IllegalStateException("nobody has signed in");
    }
    return who;
  }

  private static Optional<String> token(List<String> headers) {
    if (headers.size() != 1) {
      return Optional.empty();
    }
    Matcher bearer = BEARER.matcher(headers.get(0));
    return bearer.matches() ? Optional.of(bearer.group("token")) : Optional.empty();
  }

  private static void pass(RoutingContext ctx, SignedIn who) {
    ctx.put(WHO, who);
    ctx.next();
  }

  /** What exactly is wrong is for the log: whoever forges tokens learns nothing from the answer. */
  private static void refuse(RoutingContext ctx, Throwable failure) {
    LOG.debug("A token was refused: {}", failure.toString());
    refuse(
        ctx,
        CHALLENGE + ", error=\"invalid_token\"",
        "The token is not valid, or not any more: sign in again.");
  }

  private static void refuse(RoutingContext ctx, String challenge, String detail) {
    ctx.response().putHeader("WWW-Authenticate", challenge);
    ctx.fail(Refusal.of(401, detail));
  }
}
