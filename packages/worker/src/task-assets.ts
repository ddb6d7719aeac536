/** How running code sees assets: what it says of its outlets, and events that it reads. */
import {
  type AssetEvent,
  type AssetEventWrite,
  assetId,
  type AssetRef,
  type Json,
  type TaskQuestion,
  type TaskSpec,
} from "@momiji/core";
import { fromTemporal, toTemporal } from "@momiji/core/time";
import {
  type Asset,
  type AssetAlias,
  type InletWindow,
  isAsset,
  type ReadAssetEvent,
  type TaskContext,
} from "@momiji/sdk";

/** Gathers what an attempt says of its outlets. */
export class OutletNotes {
  readonly #outlets: readonly AssetRef[];
  readonly #maxExtraBytes: number;
  #written: AssetEventWrite[] = [];

  constructor(outlets: TaskSpec["outlets"] = [], maxExtraBytes: number) {
    this.#outlets = outlets;
    this.#maxExtraBytes = maxExtraBytes;
  }

  /** Everything said so far. */
  get written(): readonly AssetEventWrite[] {
    return this.#written;
  }

  /** `ctx.outletEvents`; throws a TypeError if the task has no such outlet. */
  readonly of = ((outlet: Asset | AssetAlias) => {
    const { name } = outlet;
    if (isAsset(outlet)) {
      this.#require(
        (ref) => ref.kind === "asset" && assetId(ref) === assetId(outlet),
        `the asset ${JSON.stringify(name)}`,
      );
      return { add: ({ extra }: { extra: AssetEventWrite["extra"] }) => this.#add({ asset: keyOf(outlet), extra }) };
    }
    this.#require((ref) => ref.kind === "alias" && ref.name === name, `the alias ${JSON.stringify(name)}`);
    return {
      add: (asset: Asset, { extra = {} }: { extra?: AssetEventWrite["extra"] } = {}) =>
        this.#add({ asset: describe(asset), alias: name, extra }),
    };
  }) as TaskContext["outletEvents"];

  #require(isIt: (ref: AssetRef) => boolean, what: string): void {
    if (this.#outlets.some(isIt)) return;
    throw new TypeError(`${what} is no outlet of this task: name it in the task's outlets`);
  }

  #add(write: AssetEventWrite): void {
    const text = JSON.stringify(write.extra);
    if (Buffer.byteLength(text) > this.#maxExtraBytes) {
      throw new RangeError(
        `the extra of asset ${JSON.stringify(write.asset.name)} has more than ${this.#maxExtraBytes} bytes: keep a reference in it`,
      );
    }
    this.#written.push({ ...write, extra: JSON.parse(text) as AssetEventWrite["extra"] });
  }
}

function keyOf({ name, uri }: Asset): AssetEventWrite["asset"] {
  return { name, uri };
}

/** With what is known of it, since nobody may have named it before. */
function describe({ name, uri, group, extra }: Asset): AssetEventWrite["asset"] {
  return { name, uri, group, extra };
}

/** `ctx.inletEvents`. */
export async function readInletEvents(
  ask: (question: TaskQuestion) => Promise<Json | undefined>,
  of: Asset | AssetAlias,
  { after, before, latest }: InletWindow = {},
): Promise<ReadAssetEvent[]> {
  const { name } = of;
  const filter = {
    ...(after === undefined ? {} : { after: fromTemporal(after) }),
    ...(before === undefined ? {} : { before: fromTemporal(before) }),
    ...(latest === undefined ? {} : { latest }),
  };
  const ref: AssetRef = isAsset(of) ? { kind: "asset", name, uri: of.uri } : { kind: "alias", name };
  const answer = await ask({ ask: "asset-events", of: ref, filter });
  return ((answer ?? []) as unknown as readonly AssetEvent[]).map(readEvent);
}

export function readEvent({ id, asset, at, extra, source }: AssetEvent): ReadAssetEvent {
  return { id, asset, extra, source, timestamp: toTemporal(at) };
}
