// Bundles what solves the challenges of a proof of work in browsers: `npm run
// generate:proof-script`. The file is committed, so that a start needs no bundler.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleProofScript } from "@/bin/generate/proof-script-bundle";
import { proofScript } from "@/lib/endorsements/endorsement-form";

await writeFile(join(import.meta.dirname, "../../public", proofScript), await bundleProofScript());
console.log(`public${proofScript}`);
