/** One object, kept up to date by a watch of its own. */
import type { Cluster } from "./cluster.ts";
import type { Contact } from "./contact.ts";
import { listAndWatch } from "./list-watch.ts";
import type { ApiObject } from "./objects.ts";

export interface WatchedObject {
  /** Of its kind: `/apis/batch/v1/namespaces/jobs/jobs`. */
  readonly path: string;
  readonly name: string;
  /** Another object of that name is not the one that is meant; empty: any is. */
  readonly uid: string;
}

export interface ObjectWatch {
  readonly cluster: Cluster;
  readonly contact: Contact;
  readonly signal: AbortSignal;
}

/** The object once `test` holds; null: it is gone, or `signal` was aborted. Throws if it cannot be watched. */
export async function untilObject<T extends ApiObject>(
  { path, name, uid }: WatchedObject,
  { cluster, contact, signal }: ObjectWatch,
  test: (object: T) => boolean,
): Promise<T | null> {
  const { promise, resolve, reject } = Promise.withResolvers<T | null>();
  const stop = new AbortController();
  const look = (object: T): void => {
    if (uid !== "" && object.metadata.uid !== uid) resolve(null);
    else if (test(object)) resolve(object);
  };
  const sink = {
    listed: (objects: readonly T[]) => (objects[0] === undefined ? resolve(null) : look(objects[0])),
    changed: look,
    deleted: () => resolve(null),
    troubled: (error: Error) => {
      try {
        contact.lost(error);
      } catch (tooLong) {
        reject(tooLong);
      }
    },
    recovered: () => contact.back(),
  };
  const watched = { path, query: { fieldSelector: `metadata.name=${name}` } };
  const both = AbortSignal.any([signal, stop.signal]);
  void listAndWatch<T>(cluster, { watched, sink, signal: both }).then(() => resolve(null), reject);
  try {
    return await promise;
  } finally {
    stop.abort();
  }
}
