/** A page that handles dropped files instead of the import, and the text shown while files are over it. */
interface FileTaker {
  title: string;
  hint: string;
  take: (files: File[]) => void;
}

class FileDrop {
  taker = $state.raw<FileTaker>();

  /** Handles drops until the page is left: call it when a component mounts, and return its result. */
  takeBy(taker: FileTaker): () => void {
    this.taker = taker;
    return () => {
      if (this.taker === taker) this.taker = undefined;
    };
  }
}

export const fileDrop = new FileDrop();
