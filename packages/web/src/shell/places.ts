/** The pages that one can go to from everywhere, and the right that each takes. */
import {
  IconAdjustmentsHorizontal,
  IconChecklist,
  IconDatabase,
  IconHistory,
  IconHome,
  IconInbox,
  IconListDetails,
  IconTable,
  IconTimeline,
} from "../parts/icons.ts";
import type { Rightful } from "../rights/rights.ts";

export type PlaceWord =
  | "home"
  | "dags"
  | "runs"
  | "tasks"
  | "inbox"
  | "assets"
  | "timeline"
  | "importErrors"
  | "xcoms"
  | "jobs"
  | "deadlines"
  | "events"
  | "pools"
  | "variables"
  | "connections"
  | "workers"
  | "providers"
  | "plugins"
  | "configs"
  | "users"
  | "roles"
  | "tokens"
  | "settings"
  | "help";

export interface Place {
  readonly path: string;
  readonly word: PlaceWord;
  /** Who may not read these does not see the page. */
  readonly reads?: Rightful;
}

export const MAIN = [
  { path: "/", word: "home", Icon: IconHome },
  { path: "/dags", word: "dags", Icon: IconListDetails },
  { path: "/runs", word: "runs", Icon: IconHistory, reads: "run" },
  { path: "/task_instances", word: "tasks", Icon: IconChecklist, reads: "task_instance" },
  { path: "/required_actions", word: "inbox", Icon: IconInbox, reads: "hitl" },
  { path: "/assets", word: "assets", Icon: IconDatabase, reads: "assets" },
  { path: "/timeline", word: "timeline", Icon: IconTimeline, reads: "run" },
] as const satisfies readonly (Place & { readonly Icon: unknown })[];

/** At the foot of a phone; the search is beside them. */
export const PHONE: readonly PlaceWord[] = ["home", "runs", "inbox"];

export const GROUPS = [
  {
    word: "browse",
    Icon: IconTable,
    places: [
      { path: "/import_errors", word: "importErrors", reads: "import_errors" },
      { path: "/xcoms", word: "xcoms", reads: "xcom" },
      { path: "/jobs", word: "jobs", reads: "jobs" },
      { path: "/deadlines", word: "deadlines", reads: "run" },
      { path: "/events", word: "events", reads: "audit" },
    ],
  },
  {
    word: "admin",
    Icon: IconAdjustmentsHorizontal,
    places: [
      { path: "/pools", word: "pools", reads: "pools" },
      { path: "/variables", word: "variables", reads: "variables" },
      { path: "/connections", word: "connections", reads: "connections" },
      { path: "/workers", word: "workers", reads: "jobs" },
      { path: "/providers", word: "providers", reads: "providers" },
      { path: "/plugins", word: "plugins", reads: "plugins" },
      { path: "/configs", word: "configs", reads: "config" },
      { path: "/security/users", word: "users", reads: "users" },
      { path: "/security/roles", word: "roles", reads: "roles" },
    ],
  },
] as const satisfies readonly { readonly word: string; readonly Icon: unknown; readonly places: readonly Place[] }[];

const OWN: readonly Place[] = [
  { path: "/settings", word: "settings" },
  { path: "/security/tokens", word: "tokens" },
  { path: "/help/", word: "help" },
];

export const ALL: readonly Place[] = [...MAIN, ...GROUPS.flatMap(({ places }): readonly Place[] => places), ...OWN];
