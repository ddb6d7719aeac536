/** What can go wrong with variables, connections and pools. */
export const SETTINGS_ERRORS = {
  variable_not_found: {
    status: 404,
    message: "The Variable with key: `%s` was not found",
    remedy: "`momiji variables list` shows the variables of the store",
  },
  variable_exists: {
    status: 409,
    message: "The Variable with key: `%s` already exists",
    remedy: "change it (PATCH), or delete it first",
  },
  connection_not_found: {
    status: 404,
    message: "The Connection with connection_id: `%s` was not found",
    remedy: "`momiji connections list` shows the connections of the store",
  },
  connection_exists: {
    status: 409,
    unique: true,
    message: "The Connection with connection_id: `%s` already exists",
    remedy: "change it (PATCH), or delete it first",
  },
  pool_not_found: {
    status: 404,
    message: "The Pool with name: `%s` was not found",
    remedy: "`momiji pools list` shows the pools",
  },
  pool_exists: {
    status: 409,
    unique: true,
    message: "The Pool with name: `%s` already exists",
    remedy: "change it (PATCH), or delete it first",
  },
  default_pool_stays: {
    status: 400,
    message: "Default Pool can't be deleted",
    remedy: "give it fewer slots instead; tasks that name no pool need it",
  },
  other_name: {
    status: 400,
    message: "Invalid body, %s from request body doesn't match uri parameter",
    remedy: "leave the name out of the body, or make both the same",
  },
  invalid_connection: { status: 400, message: "%s", remedy: "correct the connection" },
  secret_unreadable: {
    status: 500,
    message: "%s %s",
    remedy:
      "put the key back into core.secretKeys (or secret.keys in the home folder), or set the value anew; `momiji rotate-keys` lists all such values",
  },
  no_keys: {
    status: 500,
    message: "There is no key to encrypt with",
    remedy: "set core.secretKeys, or let the server make secret.keys in its home folder",
  },
  connection_test_disabled: {
    status: 403,
    message: "Testing connections is disabled in Airflow configuration. Contact your deployment admin to enable it.",
    remedy: "set core.testConnection to enabled, and start the server again",
  },
} as const;
