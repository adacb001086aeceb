import { readFileSync } from "node:fs";
import { join } from "node:path";
import { proofScript } from "@/lib/endorsements/endorsement-form";

/** By the address under which a page links them. All other scripts are removed. */
export type InlineScripts = ReadonlyMap<string, string>;

export const noScripts: InlineScripts = new Map();

export const readProofScript = (folder = "public"): InlineScripts =>
  new Map([[proofScript, readFileSync(join(folder, proofScript), "utf8")]]);
