/** Values of XComs as people are shown them: with secrets hidden. */
import { type Json, type Masker, maskJson, RETURN_VALUE } from "@momiji/core";
import type { XComKey } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { KnownSecrets } from "../settings/known-secrets.ts";

export class ShownXComs {
  readonly #store: ApiDeps["store"];
  readonly #known: KnownSecrets;
  readonly #others: readonly Masker[];

  constructor({ store, keys, secrets }: Pick<ApiDeps, "store" | "keys" | "secrets">) {
    this.#store = store;
    this.#known = new KnownSecrets(store, keys);
    this.#others = secrets === undefined ? [] : [secrets];
  }

  /** One for each key, in order; undefined: there is no such XCom. */
  async of(keys: readonly XComKey[]): Promise<(Json | undefined)[]> {
    if (keys.length === 0) return [];
    const maskers = [await this.#known.masker(), ...this.#others];
    const values = await this.#store.getXComs(keys);
    return values.map((value, at) => {
      // The name of a return value is the engine's own and says nothing; that of its task may.
      const name = keys[at]?.key === RETURN_VALUE ? "" : (keys[at]?.key ?? "");
      return value === undefined ? undefined : maskJson(name, value, maskers);
    });
  }
}
