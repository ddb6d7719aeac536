import { expect, test } from "vitest";
import { momiji, newPlace, TestServer } from "./server.testing.ts";

const dagOf = (body: string): string =>
  `import { dag } from "momiji";\nimport { bash } from "momiji/operators";\n${body}\n`;

const BROKEN: {
  readonly [file: string]: { readonly content: string; readonly place: string; readonly words: RegExp };
} = {
  "syntax.ts": {
    content: dagOf("export default dag({ id: 'syntax' }, () => {{);"),
    place: "syntax.ts:3:",
    words: /Unexpected|Expected/,
  },
  "throws.ts": { content: dagOf("throw new Error('no such luck');"), place: "throws.ts:3:", words: /no such luck/ },
  "cycle.ts": {
    content: dagOf(
      "export default dag({ id: 'cycle' }, ({ chain }) => { const a = bash('a', { command: ':' }); const b = bash('b', { command: ':' }); chain(a, b, a); });",
    ),
    place: "cycle.ts",
    words: /cycle.*a.*b.*a/s,
  },
  "cron.ts": {
    content: dagOf("export default dag({ id: 'cron', schedule: '61 * * * *' }, () => {});"),
    place: "cron.ts:3:",
    words: /61/,
  },
  "twice.ts": {
    content: dagOf(
      "export const a = dag({ id: 'twice' }, () => {});\nexport const b = dag({ id: 'twice' }, () => {});",
    ),
    place: "twice.ts",
    words: /twice/,
  },
  "endless.ts": { content: dagOf("for (;;);"), place: "endless.ts:3:", words: /took longer than 3 s to load/ },
  "hungry.ts": {
    content: dagOf("export const all = []; for (;;) all.push(new Array(1_000_000).fill(1));"),
    place: "hungry.ts",
    words: /needed more than 256 MiB of memory/,
  },
};

test("each broken DAG file becomes an import error with its place, and the good DAG runs on", async () => {
  const place = newPlace(Object.fromEntries(Object.entries(BROKEN).map(([name, { content }]) => [name, content])));
  const settings = { MOMIJI__DAGS__EVALUATETIMEOUTSECONDS: "3", MOMIJI__DAGS__MEMORYLIMITMIB: "256" };
  const server = await new TestServer(place, { settings }).loaded();
  expect(await server.run("good")).toMatchObject({ state: "success" });
  const { code, stdout } = await momiji(place.home, "dags", "list-import-errors");
  expect(code).toBe(1);
  const errors = stdout.split(/^(?=\w+\.ts(?::\d+:\d+)?$)/m);
  expect(errors).toHaveLength(Object.keys(BROKEN).length);
  for (const [file, { place, words }] of Object.entries(BROKEN)) {
    const error = errors.find((text) => text.startsWith(file));
    expect(error, file).toMatch(new RegExp(`^${place.replaceAll(".", "\\.")}`));
    expect(error, file).toMatch(words);
  }
  expect((await server.stop()).code).toBe(0);
}, 120_000);
