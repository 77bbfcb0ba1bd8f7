package dev.promotion.promoter;

import dev.promotion.release.ApplicationProgress;
import dev.promotion.release.ReleaseEvent;

/** Something that a release needs to have done next. */
sealed interface Action {

  /** Gives the action to the method for its kind. */
  void accept(Visitor visitor);

  /** Nothing outside is needed: the event follows from what is known. */
  record Note(ReleaseEvent event) implements Action {
    @Override
    public void accept(Visitor visitor) {
      visitor.on(this);
    }
  }

  /**
   * The cargo is to be committed for an application, or a commit in doubt to be found out.
   *
   * @param mayWrite false if nothing new may be begun, so that only the doubt is settled
   */
  record Commit(Place place, boolean mayWrite) implements Action {
    @Override
    public void accept(Visitor visitor) {
      visitor.on(this);
    }
  }

  /** It is to be seen what an application runs and how it is. */
  record Observe(Place place, ApplicationProgress progress) implements Action {
    @Override
    public void accept(Visitor visitor) {
      visitor.on(this);
    }
  }

  /**
   * The release has ended, and it is to be seen whether a commit that was given up landed after
   * all.
   *
   * @param othersInDoubt how many doubts there are besides
   */
  record Settle(Place place, int othersInDoubt) implements Action {
    @Override
    public void accept(Visitor visitor) {
      visitor.on(this);
    }
  }

  /** A method for each kind of action. */
  interface Visitor {

    void on(Note note);

    void on(Commit commit);

    void on(Observe observe);

    void on(Settle settle);
  }
}
