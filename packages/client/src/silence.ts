/** Tells when nothing has come for so long. */
export class Silence {
  readonly #seconds: number;
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(seconds: number, tell: () => void) {
    this.#seconds = seconds;
    this.#tell = tell;
    this.broken();
  }

  /** Something came. */
  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, this.#seconds * 1000);
  }

  /** Nobody listens any more. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
