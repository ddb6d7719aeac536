/** What a template has printed so far. */
import type { PyValue } from "../python/value.ts";

export class Output {
  readonly chunks: PyValue[] = [];
  /** Nothing is printed any more: the template extends another one. */
  muted = false;

  push(chunk: PyValue): void {
    if (!this.muted) this.chunks.push(chunk);
  }
}
