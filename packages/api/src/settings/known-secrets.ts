/** The secrets of the store's settings, as a masker of what is shown to people. */
import { createMasker, isSensitiveName, type Json, type Masker, secretsIn } from "@momiji/core";
import type { SettingsStore } from "@momiji/store";
import type { KeyRing } from "./key-ring.ts";
import { Vault } from "./vault.ts";

export class KnownSecrets {
  readonly #store: SettingsStore;
  readonly #vault: Vault;
  /** Made of settings that read so while they were sealed. */
  #last: { readonly sealed: string; readonly masker: Masker } | null = null;

  constructor(store: SettingsStore, keys: KeyRing) {
    this.#store = store;
    this.#vault = new Vault(store, keys);
  }

  /** Passwords and sensitive extras of all connections, and the values of variables whose names or fields say so. */
  async masker(): Promise<Masker> {
    const sealed = JSON.stringify([await this.#store.listConnections(), await this.#store.listVariables()]);
    if (this.#last?.sealed === sealed) return this.#last.masker;
    const masker = createMasker(await this.#all());
    this.#last = { sealed, masker };
    return masker;
  }

  /** What cannot be opened cannot be shown by anybody either. */
  async #all(): Promise<string[]> {
    const connections = await this.#vault.listConnections();
    const variables = await this.#vault.listVariables();
    return [
      ...connections.flatMap((each) => ("whole" in each ? secretsOfConnection(each.whole) : [])),
      ...variables.flatMap((each) => ("whole" in each ? secretsOfVariable(each.whole.key, each.whole.value) : [])),
    ];
  }
}

function secretsOfConnection({ password, extra }: { password: string | null; extra: string | null }): string[] {
  return [...(password === null || password === "" ? [] : [password]), ...(extra === null ? [] : secretsInText(extra))];
}

function secretsOfVariable(key: string, value: string): string[] {
  return isSensitiveName(key) ? [value] : secretsInText(value);
}

function secretsInText(text: string): string[] {
  try {
    return secretsIn(JSON.parse(text) as Json);
  } catch {
    return [];
  }
}
