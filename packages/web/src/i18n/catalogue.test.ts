/** Both languages say everything, with the same values in it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

type Words = { readonly [key: string]: string | Words };

/** Of a count that some languages say otherwise; such a form may leave the number out. */
const FORM = /_(?:zero|one|two|few|many)$/;

function wordsOf(language: string, name: string): Words {
  return JSON.parse(readFileSync(join(import.meta.dirname, language, name), "utf8")) as Words;
}

/** Each key with the values that its words take. */
function keysOf(words: Words, path = ""): readonly string[] {
  return Object.entries(words)
    .filter(([key]) => !FORM.test(key))
    .flatMap(([key, word]) =>
      typeof word === "string"
        ? [`${path}${key} ${[...new Set(word.match(/\{\{[^}]*\}\}/g))].toSorted().join("")}`]
        : keysOf(word, `${path}${key}.`),
    )
    .toSorted();
}

const names = readdirSync(join(import.meta.dirname, "en"));

test("there are words", () => expect(names.length).toBeGreaterThan(3));

test.each(names)("%s has the same keys and values in Japanese", (name) => {
  expect(keysOf(wordsOf("ja", name))).toEqual(keysOf(wordsOf("en", name)));
});

interface Said {
  readonly path: string;
  readonly word: string;
}

function wordsIn(words: Words, path = ""): readonly Said[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === "string" ? [{ path: `${path}${key}`, word }] : wordsIn(word, `${path}${key}.`),
  );
}

/** A number before up to three words of which one is a plural: `12 new lines`; not `of 12 rows`, which are many. */
const MANY = /(?<!of )\{\{(\w+), number\}\} (?:[a-z]+ ){0,2}(?!(?:is|was|has|gets|this|its|less|yes)\b)[a-z]{2,}s\b/;

/** Told only of so many that one never comes. */
const ALWAYS_MANY = /^(?:lineage\.tooMany|json\.whole|log\.wholeLine|reason\.catchup_held\.\w+)$/;

test("the plural is heard: 1 run, 2 runs", () => {
  expect("{{runs, number}} runs").toMatch(MANY);
  expect("{{count, number}} new lines").toMatch(MANY);
  expect("{{count, number}} of {{all, number}} rows").not.toMatch(MANY);
});

test.each(names)("%s does not say 1 runs in English", (name) => {
  const all = wordsIn(wordsOf("en", name));
  const paths = new Set(all.map(({ path }) => path));
  const wrong = all.filter(({ path, word }) => {
    if (FORM.test(path) || ALWAYS_MANY.test(path)) return false;
    const number = MANY.exec(word)?.[1];
    return number !== undefined && (number !== "count" || !paths.has(`${path.replace(/_other$/, "")}_one`));
  });
  expect(wrong).toEqual([]);
});

/** What has another name elsewhere in the interface. */
const OTHERWISE = {
  en: /…|(?:dag|it|\}\}) (?:is|was) switched off|materialis/i,
  ja: /…|論理日時|パラメータ(?!ー)|DAGは無効|を無効にしました/,
} as const;

test.each(["en", "ja"] as const)("one thing has one name in %s", (language) => {
  const words = names.flatMap((name) => wordsIn(wordsOf(language, name)));
  expect(words.filter(({ word }) => OTHERWISE[language].test(word))).toEqual([]);
});
