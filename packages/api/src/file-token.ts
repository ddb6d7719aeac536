/**
 * Names of DAG files in paths of the API: Airflow's `file_token`. It says the name in another alphabet and is no secret; who
 * comes with one gets no further than to files that the store knows.
 */
export function fileToken(file: string): string {
  return Buffer.from(file, "utf8").toString("base64url");
}

/** Null: no such token is ever made. */
export function fileOfToken(token: string): string | null {
  const file = Buffer.from(token, "base64url").toString("utf8");
  return file !== "" && fileToken(file) === token ? file : null;
}
