import { readFileSync } from "node:fs";
import { join } from "node:path";
import { proofScript } from "@/lib/endorsements/endorsement-form";

/**
 * Scripts that may stand inside a page, by the address under which a page links them. All others
 * are taken out.
 */
export type InlineScripts = ReadonlyMap<string, string>;

export const noScripts: InlineScripts = new Map();

/** The one script that forms carry while the site asks for a proof of work. */
export const readProofScript = (folder = "public"): InlineScripts =>
  new Map([[proofScript, readFileSync(join(folder, proofScript), "utf8")]]);
