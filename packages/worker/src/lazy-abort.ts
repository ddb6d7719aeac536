/** An abort signal that is made when somebody looks at it: most code never does, and ten thousand waiting sensors wait cheaper. */
export class LazyAbort {
  #controller: AbortController | null = null;
  #reason: Error | null = null;

  signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason !== null) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  abort(message: string): void {
    this.#reason = new Error(message);
    this.#controller?.abort(this.#reason);
  }
}
