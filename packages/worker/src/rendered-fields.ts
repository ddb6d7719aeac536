/** What people are shown of a task's templates once they are rendered: Airflow's rendered task instance fields. */
import { type AttemptOrder, type Json, type Masker, maskJson } from "@momiji/core";
import { templateFields } from "./render-params.ts";

/** Airflow's `[core] max_templated_field_length`. In characters of the text, or of the JSON of anything else. */
const LONGEST = 4096;

/** @returns undefined: none of its fields is a template */
export function renderedFields(
  order: AttemptOrder,
  params: { readonly [name: string]: Json },
  masker: Masker,
): { readonly [field: string]: Json } | undefined {
  if (templateFields(order).length === 0) return undefined;
  const { templateFields: fields = [] } = order.task;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = params[field];
      return value === undefined ? [] : [[field, shortened(maskJson(field, value, [masker]))]];
    }),
  );
}

/** What is too long stands there as text, so far as it goes. */
function shortened(value: Json): Json {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text.length <= LONGEST) return value;
  return `${text.slice(0, LONGEST)} ... (cut: ${text.length} characters)`;
}
