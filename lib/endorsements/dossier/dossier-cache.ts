import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Dossier } from "@/lib/endorsements/dossier/dossier";
import { documentPdf } from "@/lib/pdf/document-pdf";

const cache = new LRUCache<string, Promise<Buffer>>({ max: 200 });

/** Cached by content; `tag` changes with it. */
export async function cachedDossierPdf(dossier: Dossier): Promise<{ pdf: Buffer; tag: string }> {
  const tag = createHash("sha256").update(JSON.stringify(dossier)).digest("base64url").slice(0, 22);
  const known = cache.get(tag);
  if (known) return { pdf: await known, tag };
  const making = documentPdf(dossier);
  cache.set(tag, making);
  // A failure is not cached.
  making.catch(() => cache.delete(tag));
  return { pdf: await making, tag };
}
