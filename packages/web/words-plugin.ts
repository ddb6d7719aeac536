/**
 * English words come with the code that says them: whoever calls `useTranslation("graph")` has the words of `graph` in the same
 * file of the build, or in one that it needs, so that the first page carries no words of others and no page asks for its own.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const CATALOGUE = join(import.meta.dirname, "src", "i18n");
const PREFIX = "words-of:";

const ALL = new Set(
  readdirSync(join(CATALOGUE, "en"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length)),
);

/** Of a call, or of a list of namespaces that calls are given. */
const ASKED = /\buseTranslation\(([^)]*)\)|= (\[[^\]]*\]) as const/g;
const STANDARD = "shell";

/** The namespaces that the source of a module asks for. */
function namespacesOf(source: string): readonly string[] {
  const asked = [...source.matchAll(ASKED)].flatMap(([, call, list = ""]) => {
    const named = [...(call ?? list).matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
    if (call === "") return [STANDARD];
    return named.every((name) => ALL.has(name)) ? named : [];
  });
  return [...new Set(asked)];
}

export function words(): Plugin {
  return {
    name: "words",
    enforce: "pre",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const name = id.slice(PREFIX.length + 1);
      return `import words from ${JSON.stringify(join(CATALOGUE, "en", `${name}.json`))};
import { addWords } from ${JSON.stringify(join(CATALOGUE, "i18n.ts"))};
addWords(${JSON.stringify(name)}, words);`;
    },
    transform(source, id) {
      if (!/\.tsx?$/.test(id) || id.includes("node_modules")) return undefined;
      const imports = namespacesOf(source).map((name) => `import ${JSON.stringify(PREFIX + name)};`);
      return imports.length === 0 ? undefined : { code: imports.join("") + source, map: null };
    },
  };
}
