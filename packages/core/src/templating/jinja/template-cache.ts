/** Parsed templates, kept for the next rendering: the most recently used ones. */
import type { Template } from "./nodes.ts";
import { parseTemplate } from "./parser.ts";
import { requiredUses, type Use } from "./uses.ts";

export interface ParsedTemplate extends Template {
  /** Filters and tests that must exist. */
  readonly uses: readonly Use[];
}

const MOST_TEMPLATES = 500;
/** Longer templates are parsed each time: they are rare, and would fill the memory. */
const LONGEST = 20_000;

const cache = new Map<string, ParsedTemplate>();

/** @throws TemplateError of kind `TemplateSyntaxError` or `TemplateAssertionError`. */
export function parsed(source: string): ParsedTemplate {
  const known = cache.get(source);
  if (known !== undefined) {
    cache.delete(source);
    cache.set(source, known);
    return known;
  }
  const template = parseTemplate(source);
  const entry = { ...template, uses: requiredUses(template.body) };
  if (source.length > LONGEST) return entry;
  if (cache.size >= MOST_TEMPLATES) cache.delete(cache.keys().next().value as string);
  cache.set(source, entry);
  return entry;
}
