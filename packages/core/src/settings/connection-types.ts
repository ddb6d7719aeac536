/** What the known types of connections mean by their fields. Unknown types are allowed, as in Airflow: this is for people. */

export interface ConnectionType {
  readonly type: string;
  /** As it is called in forms. */
  readonly label: string;
  /** Fields that the type uses, with what it means by them. */
  readonly fields: { readonly [field in ConnectionField]?: string };
  /** Keys of `extra` that its operators read. */
  readonly extra: { readonly [name: string]: string };
  readonly defaultPort?: number;
}

export type ConnectionField = "host" | "login" | "password" | "schema" | "port";

export const CONNECTION_TYPES: readonly ConnectionType[] = [
  {
    type: "http",
    label: "HTTP",
    fields: {
      host: "name of the server, with or without https://",
      login: "user of Basic authentication",
      password: "its password",
      schema: "http or https",
      port: "port of the server",
    },
    extra: { headers: "headers of every request, an object", timeout: "seconds until a request is given up" },
  },
  {
    type: "postgres",
    label: "PostgreSQL",
    fields: { host: "server", login: "user", password: "password", schema: "database", port: "port" },
    extra: { sslmode: "disable, require, verify-ca or verify-full", options: "settings of the session" },
    defaultPort: 5432,
  },
  {
    type: "mysql",
    label: "MySQL",
    fields: { host: "server", login: "user", password: "password", schema: "database", port: "port" },
    extra: { charset: "character set", ssl: "certificates, an object" },
    defaultPort: 3306,
  },
  { type: "fs", label: "File or folder", fields: {}, extra: { path: "where it is" } },
  { type: "sqlite", label: "SQLite", fields: { host: "path of the file" }, extra: { mode: "ro to read only" } },
  {
    type: "aws",
    label: "Amazon Web Services",
    fields: { login: "access key id", password: "secret access key" },
    extra: {
      region_name: "region",
      role_arn: "role to assume",
      aws_session_token: "token of temporary keys",
      endpoint_url: "another address of the service",
      profile_name: "profile of the shared configuration",
    },
  },
  {
    type: "smtp",
    label: "SMTP",
    fields: { host: "server", login: "user", password: "password", port: "port" },
    extra: { from_email: "sender", disable_tls: "true: in the clear", disable_ssl: "true: no TLS from the first byte" },
    defaultPort: 587,
  },
  {
    type: "slack",
    label: "Slack API",
    fields: { password: "token (xoxb-...)" },
    extra: { timeout: "seconds until a call is given up", proxy: "address of a proxy" },
  },
  {
    type: "slackwebhook",
    label: "Slack incoming webhook",
    fields: { host: "https://hooks.slack.com/services", password: "rest of the webhook's address" },
    extra: {},
  },
  {
    type: "docker",
    label: "Docker registry",
    fields: { host: "registry", login: "user", password: "password", port: "port" },
    extra: { email: "address of the account", reauth: "false: keep a login that is there" },
  },
  {
    type: "kubernetes",
    label: "Kubernetes cluster",
    fields: {},
    extra: {
      in_cluster: "true: the service account of this pod",
      kube_config: "a kubeconfig as JSON",
      kube_config_path: "path of a kubeconfig",
      cluster_context: "which context of it",
      namespace: "namespace of pods that name none",
    },
  },
  {
    type: "ssh",
    label: "SSH",
    fields: { host: "server", login: "user", password: "password", port: "port" },
    extra: {
      key_file: "path of a private key",
      private_key: "the private key itself",
      private_key_passphrase: "its passphrase",
      host_key: "key that the server must have",
      no_host_key_check: "true: any host key will do",
    },
    defaultPort: 22,
  },
  {
    type: "redis",
    label: "Redis",
    fields: { host: "server", login: "user", password: "password", port: "port" },
    extra: { db: "number of the database" },
    defaultPort: 6379,
  },
  {
    type: "generic",
    label: "Generic",
    fields: { host: "anything", login: "anything", password: "a secret", schema: "anything", port: "a number" },
    extra: {},
  },
];
