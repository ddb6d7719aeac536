/**
 * Builds the web interface into `packages/web/dist/app`, if anything that it is made of has changed since, and beside each file its
 * compressed forms, so that the server compresses nothing, and `ahead.json`, which says what pages need beside the first.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { linksAhead, type Manifest } from "./links-ahead.ts";

const WEB = join(import.meta.dirname, "..", "packages", "web");
const APP = join(WEB, "dist", "app");
const MARK = join(WEB, "dist", "app.sha256");
const SMALLEST = 1024;

function digest(): string {
  const hash = createHash("sha256");
  const sources = globSync(["index.html", "*.ts", "package.json", "public/**", "src/**"], { cwd: WEB });
  const root = join(WEB, "..", "..");
  const docs = globSync("docs/**/*.md", { cwd: root }).map((name) => join(root, name));
  const own = globSync("{build-web,links-ahead}.ts", { cwd: import.meta.dirname }).map((name) =>
    join(import.meta.dirname, name),
  );
  const all = [...sources.map((source) => join(WEB, source)), ...docs, ...own, join(root, "package-lock.json")];
  for (const name of all.toSorted())
    if (statSync(name).isFile()) hash.update(name.slice(WEB.length)).update("\0").update(readFileSync(name));
  return hash.digest("hex");
}

function build(): void {
  const { status } = spawnSync("vite", ["build", "--logLevel", "warn"], { cwd: WEB, stdio: "inherit" });
  if (status !== 0) throw new Error(`the web interface could not be built: vite exited with ${status}`);
  const manifest = JSON.parse(readFileSync(join(APP, ".vite", "manifest.json"), "utf8")) as Manifest;
  writeFileSync(join(APP, "ahead.json"), JSON.stringify(linksAhead(manifest)));
  for (const name of globSync("static/*.{js,css}", { cwd: APP })) {
    const bytes = readFileSync(join(APP, name));
    if (bytes.length < SMALLEST) continue;
    writeFileSync(join(APP, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    writeFileSync(join(APP, `${name}.br`), brotliCompressSync(bytes, { params }));
  }
}

const wanted = digest();
if (!existsSync(MARK) || readFileSync(MARK, "utf8") !== wanted || !existsSync(join(APP, "index.html"))) {
  build();
  writeFileSync(MARK, wanted);
}
