package notjarvis.planner.intent;

import java.util.function.Function;
import notjarvis.planner.brain.Situation;
import org.jspecify.annotations.Nullable;

/** One thing that the person wants. */
sealed interface Wish {

  /** To be told something. */
  record Say(Function<Situation, String> words) implements Wish {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.say(this);
    }
  }

  /**
   * To have something done that cannot be.
   *
   * @param why in words for the person
   */
  record Impossible(String why) implements Wish {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.impossible(this);
    }
  }

  /** To know what the web has on this. */
  record Search(String query) implements Wish {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.search(this);
    }
  }

  /**
   * To see the page at an address.
   *
   * @param name what it is called; null when it has only its address
   */
  record OpenAddress(@Nullable String name, String address) implements Wish {
    /** "GitHub (https://github.com/)". */
    String shown() {
      String shown = Results.address(address);
      return name == null ? shown : name + " (" + shown + ")";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.openAddress(this);
    }
  }

  /** To see the website of something whose address has to be found. */
  record OpenSite(String name) implements Wish {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.openSite(this);
    }
  }

  /** To have something open that may be an app or a website. */
  record OpenNamed(String name) implements Wish {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.openNamed(this);
    }
  }

  /** To see again, or see at last, what was spoken of. */
  record OpenReferent(Reference reference) implements Wish {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.openReferent(this);
    }
  }

  /**
   * To have an app running.
   *
   * @param site what to open when there is no such app; null when only the app will do
   */
  record Launch(String name, @Nullable OpenAddress site) implements Wish {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.launch(this);
    }
  }

  /**
   * To have a picture of the screen.
   *
   * @param savePath where to; null for wherever it is usual
   */
  record Screenshot(@Nullable String savePath) implements Wish {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.screenshot(this);
    }
  }

  /** What this wish is turned into. */
  <R> R fold(Cases<R> cases);

  /** One answer for each kind of wish. */
  interface Cases<R> {
    R say(Say wish);

    R impossible(Impossible wish);

    R search(Search wish);

    R openAddress(OpenAddress wish);

    R openSite(OpenSite wish);

    R openNamed(OpenNamed wish);

    R openReferent(OpenReferent wish);

    R launch(Launch wish);

    R screenshot(Screenshot wish);
  }
}
