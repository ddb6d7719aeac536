/** Airflow's default connections of those types that have operators or sensors here. */
import type { ConnectionRecord } from "@momiji/core";

const NOTHING = { description: null, host: null, login: null, password: null, schema: null, port: null, extra: null };

export const DEFAULT_CONNECTIONS: readonly ConnectionRecord[] = [
  { ...NOTHING, connectionId: "aws_default", type: "aws" },
  { ...NOTHING, connectionId: "fs_default", type: "fs", extra: '{"path": "/"}' },
  { ...NOTHING, connectionId: "ftp_default", type: "ftp", host: "localhost", port: 21, login: "airflow" },
  { ...NOTHING, connectionId: "http_default", type: "http", host: "https://www.httpbin.org/" },
  { ...NOTHING, connectionId: "kubernetes_default", type: "kubernetes" },
  { ...NOTHING, connectionId: "mysql_default", type: "mysql", host: "mysql", login: "root", schema: "airflow" },
  {
    ...NOTHING,
    connectionId: "postgres_default",
    type: "postgres",
    host: "postgres",
    login: "postgres",
    password: "airflow",
    schema: "airflow",
  },
  { ...NOTHING, connectionId: "redis_default", type: "redis", host: "redis", port: 6379, extra: '{"db": 0}' },
  { ...NOTHING, connectionId: "sqlite_default", type: "sqlite", host: "/tmp/sqlite_default.db" },
  { ...NOTHING, connectionId: "ssh_default", type: "ssh", host: "localhost" },
];
