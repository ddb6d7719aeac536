import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TemplateError } from "./errors.ts";
import { renderTemplate } from "./render.ts";
import { sampleContext } from "./sample-context.ts";

const context = sampleContext({ macros: { lookup: { key: "found" }, twice: (n) => Number(n) * 2 } });

function kindOf(template: string, fuel = 100_000): string | null {
  try {
    renderTemplate(template, context, { style: "json", fuel });
    return null;
  } catch (error) {
    if (error instanceof TemplateError) return error.kind;
    throw error;
  }
}

/** What Python's or pendulum's objects have under the same name. */
const pythonHas = new Set(
  "at clear copy find format get index items join keys length name pop replace reverse set sort split strip title values".split(
    " ",
  ),
);

/** Names that every JavaScript object, function or array has. */
const inherited = [Object.prototype, Function.prototype, Array.prototype, String.prototype, Map.prototype]
  .flatMap((prototype) => Object.getOwnPropertyNames(prototype))
  .filter((name, index, all) => /^\w+$/.test(name) && all.indexOf(name) === index && !pythonHas.has(name));

describe("nothing of JavaScript is reachable", () => {
  const values = [
    "''",
    "[]",
    "{}",
    "(1, 2)",
    "lookup",
    "dag",
    "ti",
    "macros",
    "logical_date",
    "5",
    "1.5",
    "range(3)",
    "twice",
    "ti.xcom_pull",
  ];

  test.each(inherited)("as %s", (name) => {
    expect(kindOf(`{{ ${name} }}`)).toBe("UndefinedError");
    const kinds = values.map((value) => [kindOf(`{{ (${value}).${name} }}`), kindOf(`{{ (${value})['${name}'] }}`)]);
    expect(kinds).toEqual(values.map(() => ["UndefinedError", "UndefinedError"]));
  });

  test.each(["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"])(
    "as the filter or test %s",
    (name) => {
      expect(kindOf(`{{ '' | ${name} }}`)).toBe("TemplateAssertionError");
      expect(kindOf(`{{ '' is ${name} }}`)).toBe("TemplateAssertionError");
    },
  );

  test("and Python's own ways out are denied", () => {
    expect(kindOf("{{ ''.__class__ }}")).toBe("SecurityError");
    expect(kindOf("{{ [].append.__self__ }}")).toBe("SecurityError");
    expect(kindOf("{{ '{0.__class__}'.format('') }}")).toBe("SecurityError");
    expect(kindOf("{{ ''['__class__'] }}")).toBe("SecurityError");
    expect(kindOf("{{ '' | attr('__class__') }}")).toBe("SecurityError");
  });

  test("names of objects become keys, never prototypes", () => {
    expect(kindOf("{% set d = {'__proto__': {'polluted': 1}} %}{{ d.__proto__.polluted }}{{ {}.polluted }}")).toBe(
      "UndefinedError",
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("work without end runs out of fuel", () => {
  test.each([
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{{ 'x' * 10 ** 12 }}",
    "{{ [0] * 10 ** 12 }}",
    "{{ 10 ** 99999999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ 'x'.center(10 ** 12) }}",
    "{% set l = [1] %}{% for i in range(60) %}{% do l.extend(l) %}{% endfor %}",
    "{% set ns = namespace(s='xxxxxxxx') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    "{{ range(99999) | map('string') | join | length }}{{ lipsum(99999) }}",
    "{{ [1] | batch(10 ** 9, 0) | list }}",
  ])("%s", (template) => {
    expect(kindOf(template)).toBe("OutOfFuel");
  });

  test.each([
    ["{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "RecursionError"],
    ["{% for x in [[]] recursive %}{{ loop([[]]) }}{% endfor %}", "RecursionError"],
    [`{{ ${"(".repeat(20_000)}1${")".repeat(20_000)} }}`, "RecursionError"],
    ["{% set l = [] %}{% do l.append(l) %}{{ l }}", "RecursionError"],
    ["{{ range(10 ** 6) }}", "OverflowError"],
  ])("%s ends with %s", (template, kind) => {
    expect(kindOf(template)).toBe(kind);
  });
});

test("a text without tags is given back as it is, but for line ends and one newline at its end", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(!/\{[{%#]/.test(text));
      const expected = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
      expect(renderTemplate(text, context, { style: "json" })).toBe(expected);
    }),
  );
});

test("text between raw tags is given back as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.includes("{%") && !text.includes("\r") && !text.includes("-%}"));
      expect(renderTemplate(`{% raw %}${text}{% endraw %}`, context, { style: "json" })).toBe(text);
    }),
  );
});

test("a text survives as a literal, whatever its characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(!text.includes("\r"));
      const literal = text.replace(/[\\'"\n]/g, (char) => (char === "\n" ? "\\n" : `\\${char}`));
      expect(renderTemplate(`{{ '${literal}' }}`, context, { style: "python" })).toBe(text);
    }),
  );
});

test("whatever the template, the error is one of templates", () => {
  const words = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "-",
    "ds",
    "for",
    "in",
    "if",
    "endif",
    "endfor",
    "(",
    ")",
    "[",
    "]",
    "|",
    "upper",
    ".",
    "'a'",
    "1",
    "~",
    "is",
    "set",
    "=",
    "x",
    ",",
    ":",
    "{",
    "}",
    " ",
    "\n",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (parts) => {
      const kind = kindOf(parts.join(" "));
      expect(kind === null || kind.endsWith("Error")).toBe(true);
    }),
    { numRuns: 500 },
  );
});
