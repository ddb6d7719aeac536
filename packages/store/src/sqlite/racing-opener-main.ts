/** A process for `migrate.test.ts`: opens the file when it is told to, together with others. */
import { once } from "node:events";
import { openSqliteStore } from "./open.ts";

process.stdout.write("ready\n");
await once(process.stdin, "data");
const store = await openSqliteStore({ path: process.argv[2] ?? "" });
process.stdout.write(`${(await store.listPools()).length}\n`);
await store.close();
process.stdin.destroy();
