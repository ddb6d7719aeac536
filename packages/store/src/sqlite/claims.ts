/** Which scheduler owns which DAGs. */
import type { Claim } from "../store.ts";
import type { Connection } from "./connection.ts";
import { CLAIM } from "./statements.ts";

export function claimDags(
  db: Connection,
  claim: { owner: string; leaseSeconds: number | null; takeover: boolean },
): Claim {
  return db.write(() => {
    db.run(claim.takeover ? CLAIM.deleteAll : CLAIM.deleteExpired);
    const fence = db.get<{ fence: number }>(CLAIM.upsert, claim.owner, claim.leaseSeconds)?.fence ?? 0;
    db.run(CLAIM.takeFree, fence);
    return { fence, dagIds: db.all<{ dag_id: string }>(CLAIM.selectOwned, fence).map((row) => row.dag_id) };
  });
}

/** False if the lease is gone: it ran out and somebody else has claimed since, or it was released. */
export function renewClaims(db: Connection, owner: string, leaseSeconds: number): boolean {
  return db.run(CLAIM.renew, leaseSeconds, owner) > 0;
}

export function releaseClaims(db: Connection, owner: string): void {
  db.run(CLAIM.deleteOfOwner, owner);
}
