/** In which language a file is written, by its name. */

export type CodeLanguage = "typescript" | "tsx" | "python" | "yaml" | "json" | "sql" | "shell" | "text";

const BY_ENDING: { readonly [ending: string]: CodeLanguage } = {
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  // Every script is TypeScript without types.
  js: "typescript",
  mjs: "typescript",
  cjs: "typescript",
  tsx: "tsx",
  jsx: "tsx",
  py: "python",
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  jsonc: "json",
  sql: "sql",
  sh: "shell",
  bash: "shell",
  zsh: "shell",
};

/** @param file a path or a name */
export function languageOfFile(file: string | null | undefined): CodeLanguage {
  const ending = /\.([^./]+)$/.exec(file ?? "")?.[1]?.toLowerCase() ?? "";
  return BY_ENDING[ending] ?? "text";
}
