/** The words of the interface, in every language that it speaks. Every string that a person reads comes from here. */
import { createInstance, type i18n, type Resource, type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import type acts from "./en/acts.json";
import type admin from "./en/admin.json";
import type assets from "./en/assets.json";
import type backfill from "./en/backfill.json";
import type browse from "./en/browse.json";
import type code from "./en/code.json";
import type dag from "./en/dag.json";
import type dags from "./en/dags.json";
import type failure from "./en/failure.json";
import type graph from "./en/graph.json";
import type hitl from "./en/hitl.json";
import type home from "./en/home.json";
import type jobs from "./en/jobs.json";
import type keys from "./en/keys.json";
import type palette from "./en/palette.json";
import type problem from "./en/problem.json";
import type run from "./en/run.json";
import type security from "./en/security.json";
import type settings from "./en/settings.json";
import type shell from "./en/shell.json";
import type states from "./en/states.json";
import type table from "./en/table.json";
import type task from "./en/task.json";
import type timeline from "./en/timeline.json";
import type trigger from "./en/trigger.json";
import type why from "./en/why.json";

export const LANGUAGES = { en: "English", ja: "日本語" } as const;

export type Language = keyof typeof LANGUAGES;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: {
      readonly acts: typeof acts;
      readonly admin: typeof admin;
      readonly assets: typeof assets;
      readonly backfill: typeof backfill;
      readonly browse: typeof browse;
      readonly code: typeof code;
      readonly dag: typeof dag;
      readonly dags: typeof dags;
      readonly failure: typeof failure;
      readonly graph: typeof graph;
      readonly hitl: typeof hitl;
      readonly home: typeof home;
      readonly jobs: typeof jobs;
      readonly keys: typeof keys;
      readonly palette: typeof palette;
      readonly problem: typeof problem;
      readonly run: typeof run;
      readonly security: typeof security;
      readonly settings: typeof settings;
      readonly shell: typeof shell;
      readonly states: typeof states;
      readonly table: typeof table;
      readonly task: typeof task;
      readonly timeline: typeof timeline;
      readonly trigger: typeof trigger;
      readonly why: typeof why;
    };
  }
}

/** English, as far as code that says it has come. */
const en: ResourceLanguage = {};
let speaking: i18n | null = null;

/** Code that comes brings its English words along: see `words-plugin.ts`. */
export function addWords(namespace: string, words: ResourceLanguage[string]): void {
  en[namespace] = words;
  speaking?.addResourceBundle("en", namespace, words);
}

/** Another language is loaded whole when it is asked for. */
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
    saveMissing: true,
  });
  // A key that stands on a page as it is, and has no other words, is a mistake of ours.
  instance.on("missingKey", (...[, namespace, key, told]: [unknown, string, string, string]) => {
    if (told === key) reportError(new Error(`no words for ${namespace}:${key}`));
  });
  speaking = instance;
  return instance;
}
