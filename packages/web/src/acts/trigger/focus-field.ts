/** Brings the keyboard to what is wrong in a form of params. */
import { fieldId } from "./param-field.tsx";
import type { ParamField } from "./params.ts";
import { WHOLE_ID } from "./whole-json.tsx";

/** The field, or the first control in it; the JSON of all where that is what is shown. */
export function focusField(field: ParamField): void {
  const place = document.getElementById(fieldId(field)) ?? document.getElementById(WHOLE_ID);
  const inner =
    place?.querySelector<HTMLElement>("[aria-invalid='true']") ??
    place?.querySelector<HTMLElement>("input, textarea, [contenteditable='true']");
  (place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement ? place : (inner ?? place))?.focus();
}
