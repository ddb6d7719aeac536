/** Who one is: signing in, and personal settings. */

export const accountRoutes = [] as const;
