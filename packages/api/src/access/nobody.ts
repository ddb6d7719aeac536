/** Whoever asks for what is public: nothing is theirs. */
import { grantedDags } from "@momiji/store";
import type { Identity } from "./principal.ts";

export const nobody: Identity = {
  principal: { id: null, name: "anonymous", roles: [], how: "nobody" },
  permissions: {
    may: () => false,
    mayEntity: () => Promise.resolve(false),
    mayDag: () => Promise.resolve(false),
    scope: () => grantedDags([], "can_read"),
  },
};
