/** Ends what is still open for a session or token that holds no longer: a stream is one answer, whose right was looked at once. */
import type { Clock, Micros } from "@momiji/core";
import type { Store } from "@momiji/store";

interface Held {
  /** Of the secret that the caller came with. */
  readonly hash: string;
  readonly roles: readonly string[];
  readonly expiresAt: Micros;
}

interface Watched extends Held {
  readonly end: () => void;
}

export class Revocations {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #watched = new Set<Watched>();
  #unsubscribe: () => void = () => undefined;

  constructor({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Calls `end` when the credential is revoked or expires, or the permissions of a role of its user change. Returns how to stop that. */
  watch(held: Held, end: () => void): () => void {
    const watched = { ...held, end };
    if (this.#watched.size === 0) this.#listen();
    this.#watched.add(watched);
    const cancel = this.#clock.setTimer(held.expiresAt, end);
    // It may have been taken away after the request was let in.
    void this.#look(watched);
    return () => {
      cancel();
      this.#watched.delete(watched);
      if (this.#watched.size === 0) this.#unsubscribe();
    };
  }

  #listen(): void {
    this.#unsubscribe = this.#store.subscribe((notice) => {
      if (notice.kind !== "access") return;
      for (const watched of this.#watched) {
        if (watched.roles.some((role) => notice.roles.includes(role))) watched.end();
        else void this.#look(watched);
      }
    });
  }

  /** Whoever cannot be asked about has no right to go on. */
  async #look({ hash, end }: Watched): Promise<void> {
    const found = await this.#store.findCredential(hash, this.#clock.now()).catch(() => null);
    if (found === null) end();
  }
}
