/** Lists across all DAGs. */

export const browseRoutes = [] as const;
