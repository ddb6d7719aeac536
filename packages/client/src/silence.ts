/** Ends a connection on which nothing has come for so long. */
export class Silence {
  readonly #controller = new AbortController();
  readonly #seconds: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(seconds: number) {
    this.#seconds = seconds;
    this.broken();
  }

  /** Aborted when the silence was too long. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something came. */
  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), this.#seconds * 1000);
  }

  /** Nobody listens any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }
}
