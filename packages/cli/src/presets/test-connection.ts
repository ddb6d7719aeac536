/** Tests a connection with what its type's operators bring along, within a time limit and without telling secrets. */
import type { ConnectionTest, ConnectionTester, Settings } from "@momiji/api";
import { connectionForTask, type ConnectionRecord, createMasker, secretsIn } from "@momiji/core";
import { connectionChecks } from "@momiji/operators";
import type { Connection } from "@momiji/sdk";
import type { Config } from "../config/options.ts";

const TIMEOUT_SECONDS = 30;

export async function testConnection(record: ConnectionRecord): Promise<ConnectionTest> {
  const check = connectionChecks.get(record.type);
  if (check === undefined) {
    const known = [...connectionChecks.keys()].join(", ");
    const message = `connections of type "${record.type}" cannot be tested; those of these types can: ${known}`;
    return { status: false, message };
  }
  const connection = connectionForTask(record) as unknown as Connection;
  const masker = createMasker(secretsIn(connection as never));
  const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
  try {
    return { status: true, message: masker.mask(await check(connection, signal)) };
  } catch (error) {
    const reason = signal.aborted ? `no answer within ${TIMEOUT_SECONDS} s` : (error as Error).message;
    return { status: false, message: masker.mask(reason) };
  }
}

/** For the server; nothing if it may not. */
export function testerOf(config: Config, settings: Settings): { readonly connectionTester?: ConnectionTester } {
  return config.core.testConnection === "enabled" ? { connectionTester: { settings, test: testConnection } } : {};
}
