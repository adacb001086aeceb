import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import { hourMs } from "@/lib/durations";

const maxSessions = 1_000;
const maxAgeMs = 12 * hourMs;

/** Keeps staff from waiting behind a crowd. It authorizes nothing: the panel asks the database. */
export class StaffSessions {
  private readonly seen = new LRUCache<string, true>({ max: maxSessions, ttl: maxAgeMs });

  constructor(private readonly cookieName: string) {}

  has(request: IncomingMessage): boolean {
    const key = this.keyOf(request);
    return key !== null && this.seen.has(key);
  }

  /** @param request that a page of the panel was shown to */
  add(request: IncomingMessage): void {
    const key = this.keyOf(request);
    if (key) this.seen.set(key, true);
  }

  tokenOf({ headers }: IncomingMessage): string | null {
    const cookies = headers.cookie?.split(/;\s*/) ?? [];
    const cookie = cookies.find((each) => each.startsWith(`${this.cookieName}=`));
    return cookie?.slice(this.cookieName.length + 1) ?? null;
  }

  private keyOf(request: IncomingMessage): string | null {
    const token = this.tokenOf(request);
    return token === null ? null : createHash("sha256").update(token).digest("base64");
  }
}
