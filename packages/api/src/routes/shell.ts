/** What stands around every page of the interface, in one answer: who looks and what they may, what runs, and what waits for people. */
import type { ApiDeps } from "../api-deps.ts";
import { changeableDags, rightsOf } from "../access/rights.ts";
import { isAlive, UNKNOWN_INSTALLATION } from "../installation.ts";
import { cursorText } from "../live/event-hub.ts";
import { RUN_LETTERS } from "../live/live-event.ts";
import { presentInstant } from "../present.ts";
import { type Call, route, type Route } from "../route.ts";
import type { LiveDeps } from "./events.ts";

export interface ShellDeps extends ApiDeps, LiveDeps {
  readonly version: string;
}

/** Runs that are told by name; of more only the number is told. */
const MOST = 1000;

type Asked = Pick<Call, "may" | "scope">;

export function shellRoutes(deps: ShellDeps): readonly Route[] {
  const { store, version } = deps;
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/shell",
      operationId: "get_shell",
      access: "signed_in",
      schemas: async () => (await import("../schemas/shell.ts")).shell,
      handle: async (call) => {
        const { name, roles, how } = call.principal;
        const seq = cursorText(deps.hub.position());
        return {
          seq,
          version,
          user: { username: name, roles, how },
          rights: rightsOf(call),
          dags: await changeableDags(store, call),
          preferences: (await store.findUserDocument(name, "preferences")) ?? {},
          ...(await waiting(deps, call)),
          services: servicesOf(deps, call),
          retention: retentionOf(deps),
        };
      },
    }),
  ];
}

/** What explains that something old is not there: no secret, so whatever may be known of the configuration. */
function retentionOf({ installation = UNKNOWN_INSTALLATION }: ShellDeps) {
  const settings = installation.settings();
  const days = (option: string): number | null => {
    const found = settings.find((one) => one.section === "retention" && one.option === option);
    const value = Number(found?.value ?? 0);
    return value > 0 ? value : null;
  };
  return { logDays: days("logDays"), runDays: days("runDays") };
}

async function waiting({ store }: ShellDeps, call: Asked) {
  const active = await store.listRunsPage({
    filter: { states: ["running", "queued"] },
    page: { order: [{ by: "run_after", descending: true }], limit: MOST },
    scope: call.scope("run", "read"),
  });
  const questions = await store.listInputs({ isAnswered: false, scope: call.scope("hitl", "read"), limit: 1 });
  const page = { order: [], limit: 1 };
  const errors = call.may("import_errors", "read")
    ? (await store.listImportErrorsPage({ filter: {}, page, scope: call.scope("dag", "read") })).total
    : 0;
  return {
    active: {
      total: active.total,
      runs: active.rows.map(({ dagId, runId, state }) => [dagId, runId, RUN_LETTERS[state]]),
    },
    inbox: questions.total,
    importErrors: errors,
  };
}

function servicesOf({ installation = UNKNOWN_INSTALLATION, clock }: ShellDeps, call: Asked) {
  if (!call.may("jobs", "read")) return [];
  const now = clock.now();
  return installation.services().map((service) => ({
    type: service.type,
    isAlive: isAlive(service, now),
    heartbeatAt: presentInstant(service.heartbeatAt),
    hostname: service.hostname,
  }));
}
