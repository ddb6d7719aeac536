/**
 * Whoever asks while another process holds the database waits for it, and nobody else does: SQLite's own wait stops the event
 * loop, with all clients, streams and heartbeats on it. An intent is one transaction, of which a refused one wrote nothing, so
 * that it can be asked for again as a whole.
 */
import { setTimeout as pause } from "node:timers/promises";
import { StoreError } from "../errors.ts";
import type { Store } from "../store.ts";

const RETRY_MILLIS = 20;

type Method = (...args: readonly unknown[]) => unknown;

/** `patienceMillis`: how long one intent is asked for again; then it fails with `store_busy`. */
export function patientStore(store: Store, patienceMillis: number): Store {
  const methods = new Map<PropertyKey, Method>();
  return new Proxy(store, {
    get: (target, name) => {
      const known = methods.get(name);
      if (known !== undefined) return known;
      const value = Reflect.get(target, name, target) as unknown;
      if (typeof value !== "function") return value;
      const method = patient(value.bind(target) as Method, patienceMillis);
      methods.set(name, method);
      return method;
    },
    // Whoever puts something in a method's place is called from then on.
    set: (target, name, value) => {
      methods.delete(name);
      return Reflect.set(target, name, value);
    },
  });
}

function patient(method: Method, patienceMillis: number): Method {
  const again = async (error: unknown, args: readonly unknown[]): Promise<unknown> => {
    let refusal = error;
    for (let waitedMillis = 0; isBusy(refusal) && waitedMillis < patienceMillis; waitedMillis += RETRY_MILLIS) {
      await pause(RETRY_MILLIS);
      try {
        return await method(...args);
      } catch (next) {
        refusal = next;
      }
    }
    throw refusal;
  };
  return (...args) => {
    const answer = method(...args);
    return answer instanceof Promise ? answer.catch((error: unknown) => again(error, args)) : answer;
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof StoreError && error.code === "store_busy";
}
