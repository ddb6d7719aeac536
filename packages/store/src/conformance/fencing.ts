/**
 * Random histories of two schedulers that claim, lose, release and commit, each remembering only what it was told: held
 * against a model of who owns what.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FenceLost, type Claim, type Store } from "../store.ts";
import { createRun, NEW_YEAR, newRun, publish, type OpenStore } from "./samples.ts";

const OWNERS = ["one", "two"] as const;
type Owner = (typeof OWNERS)[number];

type Step =
  | { readonly do: "claim"; readonly owner: Owner; readonly lives: boolean; readonly takeover: boolean }
  | { readonly do: "release" | "commit"; readonly owner: Owner };

const owner = fc.constantFrom(...OWNERS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("commit" as const), owner }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("claim" as const), owner, lives: fc.boolean(), takeover: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("release" as const), owner }) },
);

export function fencing(open: OpenStore): void {
  describe("fencing", () => {
    test("of two schedulers only the owner writes, and no write is lost or doubled", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const store = await open();
          await publish(store, "etl");
          const { runKey, runId } = await createRun(store, newRun("etl", 0));
          const world = new World(store, runKey);
          for (const next of steps) await world.take(next);
          expect((await store.findRun("etl", runId))?.run.revision).toBe(world.revision);
        }),
        { numRuns: 60 },
      );
    }, 30_000);
  });
}

/** The two schedulers as they see themselves (`claims`), and the truth about them (`leases`, `holder`). */
class World {
  revision = 0;
  readonly #store: Store;
  readonly #runKey: number;
  readonly #claims = new Map<Owner, Claim>();
  readonly #leases = new Map<Owner, { readonly fence: number; readonly lives: boolean }>();
  #holder: Owner | null = null;
  #highestFence = 0;

  constructor(store: Store, runKey: number) {
    this.#store = store;
    this.#runKey = runKey;
  }

  async take(step: Step): Promise<void> {
    if (step.do === "claim") await this.#claim(step);
    else if (step.do === "release") await this.#release(step.owner);
    else await this.#commit(step.owner);
  }

  async #claim({ owner, lives, takeover }: { owner: Owner; lives: boolean; takeover: boolean }): Promise<void> {
    for (const [name, lease] of this.#leases) if (takeover || !lease.lives) this.#drop(name);
    const kept = this.#leases.get(owner);
    const claim = await this.#store.claimDags({ owner, takeover, leaseSeconds: lives ? 3_600 : 0 });
    if (kept === undefined) expect(claim.fence).toBeGreaterThan(this.#highestFence);
    else expect(claim.fence).toBe(kept.fence);
    this.#highestFence = Math.max(this.#highestFence, claim.fence);
    this.#leases.set(owner, { fence: claim.fence, lives });
    this.#holder ??= owner;
    expect(claim.dagIds).toEqual(this.#holder === owner ? ["etl"] : []);
    this.#claims.set(owner, claim);
  }

  async #release(owner: Owner): Promise<void> {
    await this.#store.releaseClaims(owner);
    this.#drop(owner);
  }

  async #commit(owner: Owner): Promise<void> {
    const fence = this.#claims.get(owner)?.fence ?? 0;
    const runs = [{ runKey: this.#runKey, expectRevision: this.revision }];
    const commit = this.#store.commit({ owner, fence, now: NEW_YEAR, runs });
    if (this.#holder !== owner || this.#leases.get(owner)?.fence !== fence) {
      await expect(commit).rejects.toThrow(FenceLost);
      return;
    }
    expect(await commit).toEqual({ stale: [], refused: [], created: [], paused: [] });
    this.revision++;
  }

  #drop(owner: Owner): void {
    this.#leases.delete(owner);
    if (this.#holder === owner) this.#holder = null;
  }
}
