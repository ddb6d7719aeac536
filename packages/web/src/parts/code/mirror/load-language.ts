/** The grammar of a language, loaded when something is written in it. */
import { StreamLanguage } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import type { CodeLanguage } from "../language.ts";

const LOADERS: { readonly [language in CodeLanguage]: () => Promise<Extension> } = {
  typescript: async () => (await import("@codemirror/lang-javascript")).javascript({ typescript: true }),
  tsx: async () => (await import("@codemirror/lang-javascript")).javascript({ typescript: true, jsx: true }),
  python: async () => (await import("@codemirror/lang-python")).python(),
  yaml: async () => (await import("@codemirror/lang-yaml")).yaml(),
  json: async () => (await import("@codemirror/lang-json")).json(),
  sql: async () => (await import("@codemirror/lang-sql")).sql(),
  shell: async () => StreamLanguage.define((await import("@codemirror/legacy-modes/mode/shell")).shell),
  text: () => Promise.resolve([]),
};

export function loadLanguage(language: CodeLanguage): Promise<Extension> {
  return LOADERS[language]();
}
