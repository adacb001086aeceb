import { join } from "node:path";
import { build } from "esbuild";

/**
 * What is sent to browsers: one script without imports, for those that have known its cryptography
 * for years.
 */
export async function bundleProofScript(): Promise<string> {
  const entry = join(import.meta.dirname, "../../components/endorsements/proof-of-work-script.ts");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2017",
    charset: "utf8",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
