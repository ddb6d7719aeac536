/**
 * Every route, whoever calls it and whatever they name: driven by the table of routes, so that a new one is in here by itself.
 * What roles may is written down once more (`LEAST`), as Airflow has it; access that is not in it fails.
 */
import type { Permission } from "@momiji/store";
import { describe, expect, test } from "vitest";
import type { Route } from "../route.ts";
import type { Access } from "./access.ts";
import { bodiesOf, HIDDEN, installation, OWN, urlOf } from "./matrix.testing.ts";
import { callerOf } from "./signed-in.testing.ts";
import { ACTIONS, ENTITIES, THINGS } from "./vocabulary.ts";

const ROLES = ["nothing", "Viewer", "User", "Op", "Admin"] as const;
type Role = (typeof ROLES)[number];

/** The least role that may; a letter each for read, create, edit, delete: Viewer, User, Op, Admin. */
const LEAST: { readonly [what: string]: string } = {
  dag: "V-UU",
  run: "VUUU",
  task: "VUUU",
  task_instance: "VUUU",
  task_reschedule: "AAAA",
  xcom: "VOOO",
  code: "VAAA",
  version: "VAAA",
  log: "VAAA",
  audit: "AAAA",
  warning: "VAAA",
  dependencies: "VAAA",
  hitl: "VAUA",
  state: "VUUU",
  assets: "VUOO",
  asset_aliases: "VAAA",
  audit_logs: "AAAA",
  backfills: "VOOO",
  cluster: "VAAA",
  config: "OAAA",
  connections: "OOOO",
  dag_files: "AAOA",
  import_errors: "VAAA",
  jobs: "VAAA",
  keys: "AAAA",
  plugins: "OAAA",
  pools: "VOOO",
  providers: "OAAA",
  roles: "AAAA",
  triggers: "AAAA",
  users: "AAAA",
  variables: "OOOO",
};

/** Answers that never end by themselves. */
const ENDLESS = new Set(["get_events", "stream_events"]);

function may(role: Role, access: Exclude<Access, "public">): boolean {
  if (access === "signed_in") return true;
  const column = ["read", "create", "edit", "delete"].indexOf(access.may);
  const least = LEAST["thing" in access ? access.thing : access.dag]?.[column];
  const rank = ["-", "V", "U", "O", "A"].indexOf(least ?? "");
  if (rank < 1) throw new Error(`no rule says who may ${JSON.stringify(access)}`);
  return ROLES.indexOf(role) >= rank;
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const isDagRoute = ({ access }: Route): boolean => typeof access === "object" && "dag" in access;
const hasDag = ({ path }: Route): boolean => path.includes("{dag_id}");
/** The refusal of the gate, and no other 403. */
const isForbidden = ({ status, body }: { status: number; body: { readonly code?: unknown } }): boolean =>
  status === 403 && body.code === "forbidden";

/** Whoever may do everything, in one DAG alone. */
const GUEST: Permission[] = [
  ...["can_read", "can_edit", "can_delete"].map((action) => ({ action, resource: `DAG:${OWN}` })),
  ...Object.values(ACTIONS).flatMap((action) =>
    [
      ...new Set([
        ...Object.values(ENTITIES),
        THINGS.assets,
        THINGS.asset_aliases,
        THINGS.backfills,
        THINGS.import_errors,
      ]),
    ]
      .filter((resource) => resource !== ENTITIES.dag)
      .map((resource) => ({ action, resource })),
  ),
];

async function guest() {
  const at = await installation();
  await at.store.putRole({ name: "Guests", permissions: GUEST }, { now: 0, events: [] });
  const { call } = await at.user("guest", ["Guests"]);
  const routes = at.routes.filter(({ access, operationId }) => access !== "public" && !ENDLESS.has(operationId));
  return { ...at, call, routes: routes.filter(({ operationId }) => operationId !== "logout") };
}

test("nobody gets beyond what is public", async () => {
  const at = await installation();
  const call = callerOf(at.server, {});
  const wrong = callerOf(at.server, { authorization: "Bearer none", cookie: "momiji_session=none" });
  for (const route of at.routes.filter(({ access }) => access !== "public")) {
    const url = urlOf(route, at.ids[OWN] as never, OWN);
    for (const one of [call, wrong])
      expect([nameOf(route), (await one(route.method, url)).status]).toEqual([nameOf(route), 401]);
  }
});

describe.each(ROLES)("with the role %s", (role) => {
  test("each route is open or not, as Airflow says", async () => {
    const at = await installation();
    const { call } = await at.user("someone", role === "nothing" ? [] : [role]);
    const wrong: string[] = [];
    for (const route of at.routes) {
      const { access, operationId, method } = route;
      if (access === "public" || operationId === "logout") continue;
      const isOpen = may(role, access);
      if (isOpen && ENDLESS.has(operationId)) continue;
      const answer = await call(method, urlOf(route, at.ids[OWN] as never, OWN), method === "GET" ? undefined : {});
      const isWrong = isForbidden(answer) === isOpen || answer.status === 401 || answer.status >= 500;
      if (isWrong) wrong.push(`${nameOf(route)}: ${answer.status}, expected to be ${isOpen ? "open" : "forbidden"}`);
    }
    expect(wrong).toEqual([]);
    expect(at.errors).toEqual([]);
  });
});

describe("a guest of one DAG", () => {
  test("is told nothing of another, not even whether it exists", async () => {
    const at = await guest();
    const wrong: string[] = [];
    for (const route of at.routes.filter((each) => isDagRoute(each) && hasDag(each))) {
      const answers = await Promise.all(
        [HIDDEN, "missing"].map((dagId) => at.call(route.method, urlOf(route, at.ids[HIDDEN] as never, dagId), {})),
      );
      const [hidden, missing] = answers.map(({ status, body }) => JSON.stringify({ status, body }));
      if (!answers.every(isForbidden) || hidden !== missing) wrong.push(`${nameOf(route)}: ${hidden}, ${missing}`);
    }
    expect(wrong).toEqual([]);
  });

  test("finds it in no list, no join, and by no id", async () => {
    const at = await guest();
    const wrong: string[] = [];
    for (const route of at.routes.filter(({ method }) => method === "GET"))
      for (const [dagId, asked] of [
        [OWN, OWN],
        [OWN, "~"],
        [HIDDEN, "~"],
      ] as const) {
        const url = urlOf(route, at.ids[dagId] as never, asked);
        const { body, status } = await at.call("GET", url.replaceAll(asked === "~" ? "/r1" : "\n", "/~"));
        if (JSON.stringify(body).includes(HIDDEN) || status >= 500)
          wrong.push(`${nameOf(route)} for ${url}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
      }
    expect(wrong).toEqual([]);
  });

  test("changes nothing of it, whatever path or body names it", async () => {
    const at = await guest();
    let before = JSON.stringify(await at.stateOf(HIDDEN));
    const wrong: string[] = [];
    for (const route of at.routes.filter(({ method }) => method !== "GET"))
      for (const asked of [HIDDEN, "~", OWN]) {
        if (asked === OWN && route.method === "DELETE") continue;
        if (asked !== "~" && !hasDag(route)) continue;
        const url = urlOf(route, at.ids[HIDDEN] as never, asked);
        for (const body of bodiesOf(route.method, HIDDEN, asked)) {
          const { status } = await at.call(route.method, url, body);
          if (status >= 500) wrong.push(`${nameOf(route)} ${JSON.stringify(body)}: ${status}`);
        }
        const after = JSON.stringify(await at.stateOf(HIDDEN));
        if (after !== before) wrong.push(`${nameOf(route)} for ${url} has changed it`);
        before = after;
      }
    expect(wrong).toEqual([]);
    expect(at.errors).toEqual([]);
  });
});
