/** Where variables and connections come from, who changed them, and what a variable holds. Beside Airflow's API. */
import type { DagScope } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { UNKNOWN_INSTALLATION } from "../installation.ts";
import { presentInstant } from "../present.ts";
import { route, type Route } from "../route.ts";
import { type SettingUses, settingUses } from "../settings/setting-uses.ts";
import { PerVersion } from "../views/per-version.ts";
import { type LastChange, lastChanges } from "../settings/last-changes.ts";
import { Vault } from "../settings/vault.ts";

type Kind = "variables" | "connections";

export function settingOriginRoutes(options: ApiOptions): readonly Route[] {
  return [originsRoute(options, "variables"), originsRoute(options, "connections"), revealRoute(options)];
}

function originsRoute({ store, installation = UNKNOWN_INSTALLATION }: ApiOptions, kind: Kind): Route {
  const one = kind === "variables" ? "variable" : "connection";
  const uses = new PerVersion(store, settingUses);
  return route({
    method: "GET",
    path: `/api/momiji/v1/${kind}/origins`,
    operationId: `get_${one}_origins`,
    access: { thing: kind, may: "read" },
    schemas: async () => (await import("../schemas/setting-forms.ts")).origins,
    handle: async (call) => ({
      used: await usedBy({ store, uses, kind }, call.scope("dag", "read")),
      changed: [...(await lastChanges(store, kind))].map(([name, { last, secret }]) => ({
        name,
        last: presentChange(last),
        secret: secret === null ? null : presentChange(secret),
      })),
      provided: installation.provided().filter((each) => each.kind === one),
    }),
  });
}

/** DAGs that are told of each; of more only the number is told. */
const MOST_DAGS = 20;

interface Used {
  readonly store: ApiOptions["store"];
  readonly uses: PerVersion<SettingUses>;
  readonly kind: Kind;
}

async function usedBy({ store, uses, kind }: Used, scope: DagScope) {
  const marks = await store.listDagMarks({ filter: {}, scope });
  await uses.learn(marks);
  const found = marks.flatMap(({ dagId }) => (uses.of(dagId)?.[kind] ?? []).map((name) => ({ name, dagId })));
  return [...Map.groupBy(found, ({ name }) => name)].map(([name, dags]) => ({
    name,
    dagIds: dags.slice(0, MOST_DAGS).map(({ dagId }) => dagId),
    total: dags.length,
  }));
}

function presentChange({ at, by }: LastChange) {
  return { at: presentInstant(at), by };
}

/** Whoever may change a variable may know it; that they looked is logged. */
function revealRoute({ store, keys }: ApiOptions): Route {
  const vault = new Vault(store, keys);
  return route({
    method: "POST",
    path: "/api/momiji/v1/variables/reveal",
    operationId: "reveal_variables",
    access: { thing: "variables", may: "edit" },
    schemas: async () => (await import("../schemas/setting-forms.ts")).reveal,
    handle: async ({ body: { keys: wanted } }) => {
      if (wanted === null) {
        const all = await vault.listVariables();
        return { variables: all.flatMap((each) => ("whole" in each ? [each.whole] : [])) };
      }
      const found = await Promise.all(wanted.map((key) => vault.findVariable(key)));
      const missing = wanted.find((_, at) => found[at] === null);
      if (missing !== undefined) throw new ApiError("variable_not_found", [missing]);
      return { variables: found };
    },
  });
}
