/** `.momijiignore`: lines of globs with gitignore's meaning, as `.airflowignore` has them. */
import { matchesGlob } from "node:path";

export const IGNORE_FILE = ".momijiignore";

interface Rule {
  readonly glob: string;
  readonly isNegated: boolean;
  readonly onlyFolders: boolean;
}

/** The rules of one ignore file, which hold for everything below the folder it lies in. */
export interface IgnoreRules {
  /** Absolute path of that folder, with `/`. */
  readonly base: string;
  readonly rules: readonly Rule[];
}

export function parseIgnoreRules(base: string, text: string): IgnoreRules {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return { base, rules: lines.filter((line) => line !== "" && !line.startsWith("#")).map(parseRule) };
}

/** The last rule that matches decides; files nearer to the path come later in `chain` and so win. */
export function isIgnored(chain: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { base, rules } of chain) {
    const below = path.slice(base.length + 1);
    for (const rule of rules) {
      if (rule.onlyFolders && !isFolder) continue;
      if (matchesGlob(below, rule.glob)) ignored = !rule.isNegated;
    }
  }
  return ignored;
}

/** A pattern with a slash before its end is bound to the folder of the ignore file, any other matches at every depth. */
function parseRule(line: string): Rule {
  const isNegated = line.startsWith("!");
  const pattern = isNegated ? line.slice(1) : line;
  const onlyFolders = pattern.endsWith("/");
  const bare = onlyFolders ? pattern.slice(0, -1) : pattern;
  const isAnchored = bare.includes("/");
  return { glob: isAnchored ? bare.replace(/^\//, "") : `**/${bare}`, isNegated, onlyFolders };
}
