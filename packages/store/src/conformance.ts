/**
 * The suite that every store passes: call it in a vitest file with a function that opens an empty store. A store with a
 * case of its own (damage, migrations) tests that beside its code.
 */
import { describe, onTestFinished } from "vitest";
import { access } from "./conformance/access.ts";
import { acts } from "./conformance/acts.ts";
import { alarms } from "./conformance/alarms.ts";
import { assets } from "./conformance/assets.ts";
import { activity } from "./conformance/activity.ts";
import { claims } from "./conformance/claims.ts";
import { commits } from "./conformance/commits.ts";
import { dagDeletion } from "./conformance/dag-deletion.ts";
import { fencing } from "./conformance/fencing.ts";
import { keptStates } from "./conformance/kept-states.ts";
import { listPages } from "./conformance/list-pages.ts";
import { lists } from "./conformance/lists.ts";
import { mapping } from "./conformance/mapping.ts";
import { overviews } from "./conformance/overviews.ts";
import { pauses } from "./conformance/pauses.ts";
import { publishing } from "./conformance/publishing.ts";
import { retention } from "./conformance/retention.ts";
import { runs } from "./conformance/runs.ts";
import { settings } from "./conformance/settings.ts";
import { summaries } from "./conformance/summaries.ts";
import { upkeep } from "./conformance/upkeep.ts";
import type { Store } from "./store.ts";

/** New DAGs must be paused where their author did not say, as is the default of every store. */
export function storeConformance(name: string, openStore: () => Promise<Store>): void {
  const open = async (): Promise<Store> => {
    const store = await openStore();
    onTestFinished(() => store.close());
    return store;
  };
  describe(`${name} keeps the contract of a store:`, () => {
    const reading = [
      activity,
      alarms,
      assets,
      keptStates,
      runs,
      lists,
      listPages,
      mapping,
      overviews,
      pauses,
      settings,
      summaries,
      upkeep,
    ];
    const writing = [access, publishing, retention, dagDeletion, commits, claims, fencing, acts];
    for (const cases of [...reading, ...writing]) cases(open);
  });
}
