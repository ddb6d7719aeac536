/** Whether the reader is still signed in. What was refused because they are not waits here, and goes on after they have signed in again. */

let ended: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null;
const listeners = new Set<() => void>();

/** Another tab has signed in: the session is the browser's. */
const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("momiji-session");
tabs?.addEventListener("message", () => finish());

/** Resolves when somebody has signed in again. */
export function sessionEnded(): Promise<void> {
  if (ended === null) {
    ended = Promise.withResolvers<void>();
    tell();
  }
  return ended.promise;
}

export function signedIn(): void {
  tabs?.postMessage("signed in");
  finish();
}

function finish(): void {
  ended?.resolve();
  ended = null;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function isSessionEnded(): boolean {
  return ended !== null;
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
