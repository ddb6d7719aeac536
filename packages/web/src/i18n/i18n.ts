/** The words of the interface, in every language that it speaks. Every string that a person reads comes from here. */
import { createInstance, type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import enActs from "./en/acts.json" with { type: "json" };
import type enAdmin from "./en/admin.json";
import enAssets from "./en/assets.json" with { type: "json" };
import enBackfill from "./en/backfill.json" with { type: "json" };
import enBrowse from "./en/browse.json" with { type: "json" };
import enCode from "./en/code.json" with { type: "json" };
import enDag from "./en/dag.json" with { type: "json" };
import enDags from "./en/dags.json" with { type: "json" };
import enFailure from "./en/failure.json" with { type: "json" };
import enGraph from "./en/graph.json" with { type: "json" };
import enHitl from "./en/hitl.json" with { type: "json" };
import enHome from "./en/home.json" with { type: "json" };
import type enJobs from "./en/jobs.json";
import enKeys from "./en/keys.json" with { type: "json" };
import enPalette from "./en/palette.json" with { type: "json" };
import enProblem from "./en/problem.json" with { type: "json" };
import enRun from "./en/run.json" with { type: "json" };
import type enSecurity from "./en/security.json";
import enSettings from "./en/settings.json" with { type: "json" };
import enShell from "./en/shell.json" with { type: "json" };
import enStates from "./en/states.json" with { type: "json" };
import enTable from "./en/table.json" with { type: "json" };
import enTask from "./en/task.json" with { type: "json" };
import enTimeline from "./en/timeline.json" with { type: "json" };
import enTrigger from "./en/trigger.json" with { type: "json" };
import enWhy from "./en/why.json" with { type: "json" };

const en = {
  acts: enActs,
  assets: enAssets,
  backfill: enBackfill,
  browse: enBrowse,
  code: enCode,
  dag: enDag,
  dags: enDags,
  failure: enFailure,
  graph: enGraph,
  hitl: enHitl,
  home: enHome,
  keys: enKeys,
  palette: enPalette,
  problem: enProblem,
  run: enRun,
  settings: enSettings,
  shell: enShell,
  states: enStates,
  table: enTable,
  task: enTask,
  timeline: enTimeline,
  trigger: enTrigger,
  why: enWhy,
};

export const LANGUAGES = { en: "English", ja: "日本語" } as const;

export type Language = keyof typeof LANGUAGES;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: typeof en & {
      readonly admin: typeof enAdmin;
      readonly jobs: typeof enJobs;
      readonly security: typeof enSecurity;
    };
  }
}

/** English comes with the page (but for `admin-words.ts` and `job-words.ts`); another language is loaded when it is asked for. */
async function resourcesOf(language: Language): Promise<Resource> {
  return language === "en" ? { en } : { en, ja: (await import("./ja.ts")).ja };
}

export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    defaultNS: "shell",
    resources: await resourcesOf(language),
    // React writes text, never HTML.
    interpolation: { escapeValue: false },
  });
  return instance;
}
