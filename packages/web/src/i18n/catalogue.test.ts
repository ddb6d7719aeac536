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
