/** Requests where none or few are allowed: whoever sees too many wants to know which. */
import type { Traffic } from "./visitor.ts";

export function asked({ api }: Traffic): number {
  for (const path of api) process.stderr.write(`  asked for ${path}\n`);
  return api.length;
}
