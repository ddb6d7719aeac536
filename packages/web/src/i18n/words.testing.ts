/** All words, for tests of what is said with them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { i18n, ResourceLanguage } from "i18next";
import { addWords, createI18n, type Language } from "./i18n.ts";

const FOLDER = join(import.meta.dirname, "en");

export function allWords(language: Language): Promise<i18n> {
  for (const name of readdirSync(FOLDER))
    addWords(
      name.slice(0, -".json".length),
      JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as ResourceLanguage[string],
    );
  return createI18n(language);
}
