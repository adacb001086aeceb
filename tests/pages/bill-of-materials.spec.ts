import { readFileSync } from "node:fs";
import { z } from "zod";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { recordResult } from "@/tests/support/runners/record-result";

// The essential fields of CycloneDX 1.5. Its JSON schema is in no package that is installed.
const schema = z.object({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.literal("1.5"),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  version: z.literal(1),
  metadata: z.object({
    timestamp: z.iso.datetime(),
    component: z.object({
      type: z.literal("application"),
      name: z.literal("cities-coalition-for-digital-rights"),
    }),
  }),
  components: z.array(
    z.object({
      "bom-ref": z.string(),
      type: z.literal("library"),
      name: z.string(),
      version: z.string(),
      purl: z.string().startsWith("pkg:npm/"),
      licenses: z.array(z.object({})).optional(),
      hashes: z
        .array(
          z.object({ alg: z.literal("SHA-512"), content: z.string().regex(/^[0-9a-f]{128}$/) }),
        )
        .optional(),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** As `zod@4.6.7`: what the lock file has installed for the site, and not for its tests alone. */
function packagesOfTheSite(): string[] {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { dev?: boolean; version?: string }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== "" && !dev)
    .map(([path, { version }]) => `${path.split("node_modules/").at(-1)}@${version}`);
}

test("the bill of materials names every package that the site runs on, and none of its tools @scripts", async ({
  request,
}) => {
  const answer = await request.get("/data/sbom.cdx.json");
  const headers = answer.headers();
  expect(headers["content-type"]).toBe("application/vnd.cyclonedx+json; version=1.5");
  const bill = schema.safeParse(await answer.json());
  recordResult("invalidFiles", { value: bill.success ? 0 : 1, sample: 1 }, "bill-of-materials");
  expect(bill.error?.issues).toBeUndefined();

  const { components = [], dependencies = [] } = bill.data ?? {};
  const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const wanted = packagesOfTheSite();
  const notNamed = wanted.filter((each) => !named.has(each));
  recordResult("packagesNotNamed", { value: notNamed.length, sample: wanted.length });
  expect(notNamed).toEqual([]);
  expect([...named].filter((each) => !wanted.includes(each))).toEqual([]);

  const known = new Set(components.map((each) => each["bom-ref"]));
  const lost = dependencies.flatMap(({ dependsOn }) =>
    dependsOn.filter((each) => !known.has(each)),
  );
  expect(lost).toEqual([]);

  const again = await request.get("/data/sbom.cdx.json", {
    headers: { "if-none-match": headers.etag ?? "" },
  });
  expect(again.status()).toBe(304);
});
