/** Tests a connection with what its type's operators bring along, within a time limit and without telling secrets. */
import { isAbsolute } from "node:path";
import type { ConnectionTest, ConnectionTester, Settings } from "@momiji/api";
import { connectionForTask, type ConnectionRecord, createMasker, secretsIn } from "@momiji/core";
import { connectionChecks, filesOf, publicAddresses } from "@momiji/operators";
import type { Connection, Reach } from "@momiji/sdk";
import type { Config } from "../config/options.ts";
import { CliError } from "../errors.ts";
import { TestSteps } from "./connection-test-steps.ts";

const TIMEOUT_SECONDS = 30;

export async function testConnection(record: ConnectionRecord, reach: Reach): Promise<ConnectionTest> {
  const check = connectionChecks.get(record.type);
  if (check === undefined) {
    const known = [...connectionChecks.keys()].join(", ");
    const message = `connections of type "${record.type}" cannot be tested; those of these types can: ${known}`;
    return { status: false, message, steps: [] };
  }
  const connection = connectionForTask(record) as unknown as Connection;
  const masker = createMasker(secretsIn(connection as never));
  const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
  const steps = new TestSteps({ record, reach, signal });
  try {
    const message = masker.mask(await check(connection, signal, steps.reach));
    return { status: true, message, steps: steps.ended({ ok: true, message }) };
  } catch (error) {
    const reason = signal.aborted ? `no answer within ${TIMEOUT_SECONDS} s` : (error as Error).message;
    const message = masker.mask(reason);
    return { status: false, message, steps: steps.ended({ ok: false, message }) };
  }
}

/** For the server, which connects for others; nothing if it may not. @throws CliError if a setting names no networks */
export function testerOf(config: Config, settings: Settings): { readonly connectionTester?: ConnectionTester } {
  if (config.core.testConnection !== "enabled") return {};
  const reach = reachOf(config);
  return {
    connectionTester: {
      settings,
      types: [...connectionChecks.keys()],
      test: (connection) => testConnection(connection, reach),
    },
  };
}

function reachOf({ core: { testConnectionNetworks, testConnectionFolders } }: Config): Reach {
  const loose = testConnectionFolders.find((folder) => !isAbsolute(folder));
  if (loose !== undefined)
    throw new CliError("config_invalid", `core.testConnectionFolders: ${JSON.stringify(loose)} is not absolute`);
  try {
    return { ...publicAddresses(testConnectionNetworks), ...filesOf(testConnectionFolders) };
  } catch (error) {
    throw new CliError("usage", `core.testConnectionNetworks: ${(error as Error).message}`);
  }
}
