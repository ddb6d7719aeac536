/** The callbacks that were decided and are not done: which delivery is out, and which wait to be delivered again. */
import { afterDelivery, type AttemptOutcome, type CallbackRecord, type Micros, redeliver } from "@momiji/core";

export class CallbackDesk {
  /** By the id of the delivery that is out. */
  readonly #out = new Map<string, CallbackRecord>();
  /** By their own id. */
  readonly #pending = new Map<string, CallbackRecord>();

  /** What the store holds is right: what was here is forgotten. */
  clear(): void {
    this.#out.clear();
    this.#pending.clear();
  }

  hold(record: CallbackRecord): void {
    if (record.state === "queued") this.#out.set(record.deliveryId, record);
    if (record.state === "pending") this.#pending.set(record.id, record);
  }

  /** It is not to be delivered: its run is gone. */
  drop({ deliveryId, id }: CallbackRecord): void {
    this.#out.delete(deliveryId);
    this.#pending.delete(id);
  }

  isOut(deliveryId: string): boolean {
    return this.#out.has(deliveryId);
  }

  /** A delivery has ended; what it has come to. */
  delivered(deliveryId: string, outcome: AttemptOutcome, at: Micros): CallbackRecord | null {
    const record = this.#out.get(deliveryId);
    if (record === undefined) return null;
    const after = afterDelivery(record, outcome, at);
    this.#out.delete(deliveryId);
    this.hold(after);
    return after;
  }

  /** Its pause is over. */
  again(id: string, deliveryId: string): CallbackRecord | null {
    const record = this.#pending.get(id);
    if (record === undefined) return null;
    const after = redeliver(record, deliveryId);
    this.#pending.delete(id);
    this.hold(after);
    return after;
  }
}
