/** Records by their numbers, each once: CloudWatch may give events of one moment in any order, and one that was sent twice twice. */
import type { LogRecord } from "@momiji/core";

export class InOrder {
  #next: number;
  readonly #early = new Map<number, LogRecord>();

  constructor(fromSeq: number) {
    this.#next = fromSeq;
  }

  /** The number of the record that comes next. */
  get next(): number {
    return this.#next;
  }

  get isWaiting(): boolean {
    return this.#early.size > 0;
  }

  /** Those that follow what was given before without a gap. */
  add(records: readonly LogRecord[]): LogRecord[] {
    for (const record of records) if (record.seq >= this.#next) this.#early.set(record.seq, record);
    const ready: LogRecord[] = [];
    for (let found = this.#early.get(this.#next); found !== undefined; found = this.#early.get(this.#next)) {
      ready.push(found);
      this.#early.delete(this.#next++);
    }
    return ready;
  }

  /** No more comes: what lies after a gap. */
  rest(): LogRecord[] {
    const left = [...this.#early.values()].sort((a, b) => a.seq - b.seq);
    this.#early.clear();
    this.#next = (left.at(-1)?.seq ?? this.#next - 1) + 1;
    return left;
  }
}
