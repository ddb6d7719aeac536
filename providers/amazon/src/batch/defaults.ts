/** What holds where the params say nothing. */
export const DEFAULTS = { awslogsSettleSeconds: 5, numberLogsException: 10, apiTimeoutSeconds: 3600 } as const;
