/** What a deployment has beside its DAGs: pools, variables, connections, workers, and who may do what. */

export const adminRoutes = [] as const;
