/**
 * `npm run test:nightly-api [-- --minutes N --seed N]`: schemathesis against a real server, most of the time as Admin, then as
 * Viewer. Ends with 1 if an answer was a 5xx or none that the OpenAPI document tells.
 */
import { parseArgs } from "node:util";
import { fuzz } from "./schemathesis.ts";
import { startSeededServer } from "./seeded-server.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    examples: { type: "string", default: "100000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    as: { type: "string", multiple: true, default: ["admin", "viewer"] },
  },
});
const programs = process.env["MOMIJI_TEST_API_CLIENTS"];
if (programs === undefined) throw new Error('MOMIJI_TEST_API_CLIENTS is not set: eval "$(.ci/api-clients.sh)"');

const server = await startSeededServer();
try {
  for (const user of values.as) {
    const seconds = Math.ceil((Number(values.minutes) * 60) / values.as.length);
    process.stdout.write(`as ${user}, seed ${values.seed}, ${seconds} s\n`);
    const how = { seconds, examples: Number(values.examples), seed: Number(values.seed) };
    const { holds, text } = await fuzz({ address: server.address, token: server.tokenOf(user), programs, ...how });
    process.stdout.write(text);
    if (!holds) process.exitCode = 1;
  }
} finally {
  await server.stop();
}
