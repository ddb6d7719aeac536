import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseInstant } from "../instant.ts";
import type { Json } from "../json.ts";
import { TemplateError } from "./errors.ts";
import { type RenderOptions, renderTyped } from "./render.ts";
import { sampleContext } from "./sample-context.ts";

type Recorded = readonly [template: string, result: Json, type?: string];

const recorded = JSON.parse(readFileSync(new URL("recorded/airflow.json", import.meta.url), "utf8")) as {
  readonly text: readonly Recorded[];
  readonly native: readonly Recorded[];
};

const context = sampleContext({
  macros: {
    my_macro: (n, ...rest) => {
      if (rest.length > 0) throw new TemplateError("TypeError", "my_macro() takes one argument");
      return Number(n) * 2;
    },
    lookup: { key: "found" },
  },
  filters: {
    shout: (text) => {
      if (typeof text !== "string") throw new TemplateError("AttributeError", "only a text can be shouted");
      return `${text.toUpperCase()}!`;
    },
  },
});

function outcome(template: string, options: RenderOptions): unknown {
  try {
    const { value, type } = renderTyped(template, context, options);
    return { value, type };
  } catch (error) {
    if (error instanceof TemplateError) return { error: error.kind };
    throw error;
  }
}

function expected([, result, type = "str"]: Recorded): unknown {
  const isError = result !== null && typeof result === "object" && "error" in result;
  return isError ? result : { value: result, type };
}

describe("templates that the real Airflow rendered come out the same", () => {
  const options: RenderOptions = {
    style: "python",
    now: () => parseInstant("2026-11-22T01:00:00Z"),
    random: () => 0.5,
  };

  test.each(recorded.text.map((each) => [each[0], each] as const))("%s", (template, each) => {
    expect(outcome(template, options)).toEqual(expected(each));
  });

  test.each(recorded.native.map((each) => [each[0], each] as const))("natively: %s", (template, each) => {
    expect(outcome(template, { ...options, native: true })).toEqual(expected(each));
  });
});
