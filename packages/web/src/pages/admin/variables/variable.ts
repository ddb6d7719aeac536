/** A variable, as far as it is shown. */
import type { components } from "@momiji/client";
import { client } from "../../../api/client.ts";

export type Variable = components["schemas"]["VariableResponse"];

const HIDDEN = "***";

/** Part of its value, or all of it, is not shown. */
export function isMasked({ value }: Pick<Variable, "value">): boolean {
  return value !== null && value.includes(HIDDEN);
}

/** In the clear; the event log tells who asked. @throws MomijiError who may not change variables may not see them either */
export async function reveal(key: string): Promise<string> {
  const { variables } = await client.post("/api/momiji/v1/variables/reveal", { body: { keys: [key] } });
  return variables[0]?.value ?? "";
}

/** Null: it is JSON. */
export function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A text that is meant as JSON: an object or a list. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}
