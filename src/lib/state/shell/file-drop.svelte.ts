/** Who takes the files that are dropped on the page in place of the import, and what is said while they are over it. */
interface FileTaker {
  title: string;
  hint: string;
  take: (files: File[]) => void;
}

class FileDrop {
  taker = $state.raw<FileTaker>();

  /** Until the page is left: call it while a component mounts and give back what it gives. */
  takeBy(taker: FileTaker): () => void {
    this.taker = taker;
    return () => {
      if (this.taker === taker) this.taker = undefined;
    };
  }
}

export const fileDrop = new FileDrop();
