/**
 * The door to templates: cheap to import, since the renderer itself (a hundred files) is only loaded when a template has to
 * be rendered. What a caller needs before that stands here.
 */
import type { Json } from "../json.ts";
import { hasTags } from "./jinja/tags.ts";

export type * from "./context.ts";
export { TemplateError } from "./errors.ts";
export type { References } from "./references.ts";
export type { RenderOptions, TypedValue } from "./render.ts";

/** `renderTemplate`, `renderFields`, `renderTyped`, `referencedVariables`: pure and synchronous. */
export type TemplateRenderer = typeof import("./render.ts");

/** Loads the renderer; it stays loaded. */
export function loadRenderer(): Promise<TemplateRenderer> {
  return import("./render.ts");
}

/** Whether any text in the value has a tag of Jinja's, so that it has to be rendered at all. */
export function hasTemplates(value: Json): boolean {
  if (typeof value === "string") return hasTags(value);
  if (value === null || typeof value !== "object") return false;
  return (Array.isArray(value) ? (value as readonly Json[]) : Object.values(value)).some(hasTemplates);
}
