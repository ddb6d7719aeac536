/** A secrets backend as a place in the chain: it gets so much time, may be remembered, and never fails who asks. */
import type { Settings } from "@momiji/api";
import { type Clock, type ConnectionRecord, type Json, parseConnectionJson, secondsToSpan } from "@momiji/core";
import type { SecretsBackend } from "@momiji/sdk";

export interface BackendPlaceOptions {
  readonly clock: Clock;
  readonly timeoutSeconds: number;
  /** How long an answer counts, also that there is none; 0: each question is asked anew. */
  readonly cacheTtlSeconds: number;
  /** Told when it could not be asked; then the next place is. */
  warn(message: string): void;
}

export function backendPlace(backend: SecretsBackend, options: BackendPlaceOptions): Settings {
  const variables = new Remembered<string>(options);
  const connections = new Remembered<ConnectionRecord>(options);
  const asked = async <Value>(what: string, ask: () => Promise<Value | undefined>): Promise<Value | undefined> => {
    try {
      return await inTime(ask, options);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      options.warn(`secrets backend ${backend.name} could not be asked for ${what}, the next place is: ${reason}`);
      throw new NotAsked();
    }
  };
  return {
    variable: (key) =>
      variables.of(key, () => asked(`variable ${key}`, async () => textOf(await backend.variable?.(key)))),
    connection: (id) =>
      connections.of(id, () => asked(`connection ${id}`, async () => recordOf(id, await backend.connection?.(id)))),
  };
}

/** It was told already; not to be remembered. */
class NotAsked extends Error {
  override readonly name = "NotAsked";
}

/** A backend in JavaScript may answer whatever it likes: null is how most say that there is none. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw new TypeError("its answer is no text");
}

function recordOf(id: string, value: Json | undefined): ConnectionRecord | undefined {
  return value === undefined || value === null ? undefined : parseConnectionJson(id, value);
}

function inTime<Value>(ask: () => Promise<Value>, { clock, timeoutSeconds }: BackendPlaceOptions): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.setTimer(clock.now() + secondsToSpan(timeoutSeconds), () =>
      reject(new Error(`no answer within ${timeoutSeconds} s`)),
    );
    void ask().then(resolve, reject).finally(cancel);
  });
}

class Remembered<Value> {
  readonly #clock: Clock;
  readonly #ttl: number;
  readonly #answers = new Map<string, { readonly until: number; readonly value: Value | undefined }>();

  constructor({ clock, cacheTtlSeconds }: BackendPlaceOptions) {
    this.#clock = clock;
    this.#ttl = secondsToSpan(cacheTtlSeconds);
  }

  async of(name: string, ask: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.#answers.get(name);
    if (known !== undefined && known.until > this.#clock.now()) return known.value;
    try {
      const value = await ask();
      if (this.#ttl > 0) this.#answers.set(name, { until: this.#clock.now() + this.#ttl, value });
      return value;
    } catch (error) {
      if (error instanceof NotAsked) return undefined;
      throw error;
    }
  }
}
