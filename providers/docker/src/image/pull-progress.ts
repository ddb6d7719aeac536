/** From the many messages of a pull to a few words. */
import { sizeText } from "../container/sizes.ts";

/** A line of the answer to `POST /images/create`. */
export interface PullMessage {
  readonly status?: string;
  /** Of a layer, or the tag. */
  readonly id?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
  readonly error?: string;
  readonly errorDetail?: { readonly message?: string };
}

interface Layer {
  current: number;
  total: number;
  done: boolean;
}

export class PullProgress {
  readonly #layers = new Map<string, Layer>();
  #digest = "";

  add({ status = "", id, progressDetail }: PullMessage): void {
    if (status.startsWith("Digest: ")) this.#digest = status.slice("Digest: ".length);
    if (id === undefined || status.startsWith("Pulling from")) return;
    const layer = this.#layers.get(id) ?? { current: 0, total: 0, done: false };
    this.#layers.set(id, layer);
    if (status === "Downloading") {
      layer.current = progressDetail?.current ?? layer.current;
      layer.total = progressDetail?.total ?? layer.total;
    }
    if (status === "Download complete") layer.current = layer.total;
    layer.done = status === "Pull complete" || status === "Already exists";
  }

  /** `3 of 5 layers, 120 MiB of 340 MiB` */
  get words(): string {
    const layers = [...this.#layers.values()];
    const sum = (field: "current" | "total"): string => sizeText(layers.reduce((all, layer) => all + layer[field], 0));
    const done = layers.filter((layer) => layer.done).length;
    return `${done} of ${layers.length} layers, ${sum("current")} of ${sum("total")}`;
  }

  get digest(): string {
    return this.#digest;
  }
}
