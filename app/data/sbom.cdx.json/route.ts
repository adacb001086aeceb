import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fresh from "fresh";
import { problemResponse } from "@/lib/problem";

/** Made with the build: see bin/bill-of-materials.mjs. */
const file = join(/* turbopackIgnore: true */ process.cwd(), ".next", "sbom.cdx.json");

/** `GET /data/sbom.cdx.json`: every package that the site runs on, in CycloneDX. */
export async function GET(request: Request): Promise<Response> {
  if (!existsSync(file)) return problemResponse(404, "This build has no bill of materials.");
  const bill = await readFile(file);
  const headers = {
    "content-type": "application/vnd.cyclonedx+json; version=1.5",
    "cache-control": "no-cache",
    etag: `"${createHash("sha256").update(bill).digest("base64url").slice(0, 22)}"`,
  };
  if (fresh(Object.fromEntries(request.headers), headers))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bill), { headers });
}
