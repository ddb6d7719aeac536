/** What a page has to load: bundled as a web build does it. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

const SOURCE = import.meta.dirname;

/** Size in bytes, compressed, of a page that imports these. */
async function bundled(code: string): Promise<{ readonly text: string; readonly bytes: number }> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: SOURCE, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const text = outputFiles.map((file) => file.text).join("");
  return { text, bytes: gzipSync(text).length };
}

test("all of it is a few kilobytes, with nothing in it that browsers do not have", async () => {
  const { text, bytes } = await bundled(`export * from ${JSON.stringify(join(SOURCE, "index.ts"))};`);
  expect(text).not.toMatch(/\bnode:|\bBuffer\b/);
  expect(bytes).toBeLessThan(8 * 1024);
});

test("what a page does not use is not in it", async () => {
  const whole = await bundled(`export * from ${JSON.stringify(join(SOURCE, "index.ts"))};`);
  const calls = await bundled(
    `import { createClient, withSession } from ${JSON.stringify(join(SOURCE, "index.ts"))};
     console.log(createClient({ baseUrl: "", signIn: withSession() }));`,
  );
  expect(calls.text).not.toContain("last-event-id");
  expect(calls.bytes).toBeLessThan(whole.bytes * 0.8);
});
