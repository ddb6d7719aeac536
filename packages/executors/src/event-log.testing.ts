/** The events that an executor has delivered, and a way to wait for one. */
import type { AttemptEvent, AttemptOrder } from "@momiji/core";

type EventOf<Type extends AttemptEvent["type"]> = Extract<AttemptEvent, { readonly type: Type }>;

export class EventLog {
  readonly events: AttemptEvent[] = [];
  #listeners: (() => void)[] = [];

  receive(events: readonly AttemptEvent[]): void {
    this.events.push(...events);
    for (const listener of this.#listeners.splice(0)) listener();
  }

  typesOf({ attemptId }: AttemptOrder): AttemptEvent["type"][] {
    return this.events.filter((event) => event.attemptId === attemptId).map((event) => event.type);
  }

  async started(order: AttemptOrder): Promise<EventOf<"started">> {
    return await this.#until("started", order);
  }

  async finished(order: AttemptOrder): Promise<EventOf<"finished">> {
    return await this.#until("finished", order);
  }

  async #until<Type extends AttemptEvent["type"]>(type: Type, { attemptId }: AttemptOrder): Promise<EventOf<Type>> {
    for (;;) {
      const found = this.events.find(
        (event): event is EventOf<Type> => event.type === type && event.attemptId === attemptId,
      );
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }
}
