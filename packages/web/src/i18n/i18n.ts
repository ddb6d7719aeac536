/** The words of the interface, in every language that it speaks. Every string that a person reads comes from here. */
import { createInstance, type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import enActs from "./en/acts.json" with { type: "json" };
import enDag from "./en/dag.json" with { type: "json" };
import enDags from "./en/dags.json" with { type: "json" };
import enHome from "./en/home.json" with { type: "json" };
import enRun from "./en/run.json" with { type: "json" };
import enShell from "./en/shell.json" with { type: "json" };
import enStates from "./en/states.json" with { type: "json" };
import enTask from "./en/task.json" with { type: "json" };

const en = {
  acts: enActs,
  dag: enDag,
  dags: enDags,
  home: enHome,
  run: enRun,
  shell: enShell,
  states: enStates,
  task: enTask,
};

export const LANGUAGES = { en: "English", ja: "日本語" } as const;

export type Language = keyof typeof LANGUAGES;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: typeof en;
  }
}

/** English comes with the page; another language is loaded when it is asked for. */
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
