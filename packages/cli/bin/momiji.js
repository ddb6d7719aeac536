#!/usr/bin/env node
// Plain JavaScript that any Node.js reads, so that an old one says what is wrong instead of failing somewhere inside.
const [major] = process.versions.node.split(".");
if (Number(major) < 24) {
  process.stderr.write(
    `momiji: needs Node.js 24 or later, and this is ${process.versions.node}\n  run it as \`npx momiji\`, which takes the one that was installed with it\n`,
  );
  process.exit(2);
}
await import("../dist/main.js");
