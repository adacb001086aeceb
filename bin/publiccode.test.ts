import { existsSync, readFileSync } from "node:fs";
import { VFile } from "vfile";
import { matter } from "vfile-matter";
import { expect, test } from "vitest";
import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { contactAddress } from "@/lib/mail/contact-address";
import { recordResult } from "@/tests/support/runners/record-result";

// The rules of version 0.7 of the standard, as far as this file uses them: nothing else may stand
// in it. https://yml.publiccode.tools/schema.core.html

const fileOfProject = z.string().refine((path) => existsSync(path), "is no file of the project");

const schema = z.strictObject({
  publiccodeYmlVersion: z.literal("0.7"),
  name: z.string().min(1),
  url: z.url(),
  landingURL: z.url(),
  logo: fileOfProject.regex(/\.svg$/),
  platforms: z.array(z.literal(["web", "windows", "mac", "linux", "ios", "android"])).min(1),
  categories: z
    .array(z.literal(["digital-citizenship", "workflow-management", "content-management"]))
    .min(1),
  developmentStatus: z.literal(["concept", "development", "beta", "stable", "obsolete"]),
  softwareType: z.literal("standalone/web"),
  intendedAudience: z.strictObject({ scope: z.array(z.literal(["local-authorities", "society"])) }),
  description: z.record(
    z.string(),
    z.strictObject({
      shortDescription: z.string().min(1).max(150),
      longDescription: z.string().min(150).max(10_000),
      features: z.array(z.string()).min(1),
      screenshots: z.array(fileOfProject),
    }),
  ),
  supports: z.array(z.strictObject({ id: z.url() })),
  legal: z.strictObject({ license: z.string() }),
  organisation: z.strictObject({ name: z.string(), uri: z.url() }),
  maintenance: z.strictObject({
    type: z.literal("internal"),
    contacts: z
      .array(z.strictObject({ name: z.string(), email: z.email(), affiliation: z.string() }))
      .min(1),
  }),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string()).min(1),
  }),
  dependsOn: z.strictObject({
    open: z.array(
      z.strictObject({
        name: z.string(),
        versionMin: z.string(),
        optional: z.boolean().optional(),
      }),
    ),
  }),
});

/** Read by the YAML parser that reads the front matter of content. */
function read(): unknown {
  const file = new VFile(`---\n${readFileSync("publiccode.yml", "utf8")}\n---\n`);
  matter(file);
  return file.data.matter;
}

test("publiccode.yml follows its standard", () => {
  const { success, error } = schema.safeParse(read());
  recordResult("invalidFiles", { value: success ? 0 : 1, sample: 1 }, "publiccode");
  expect(error?.issues).toBeUndefined();
});

test("it says what the project says elsewhere", () => {
  const { license } = JSON.parse(readFileSync("package.json", "utf8")) as { license: string };
  expect(schema.parse(read())).toMatchObject({
    legal: { license },
    localisation: { availableLanguages: [...locales] },
    maintenance: { contacts: [{ email: contactAddress() }] },
  });
  expect(readFileSync("LICENSE", "utf8")).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
});

test("the standards that it names are those of the self-assessment", () => {
  const assessment = readFileSync("docs/standard-for-public-code.md", "utf8");
  for (const { id } of schema.parse(read()).supports) expect(assessment).toContain(`](${id})`);
});

test("it tells no release before there is one", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const hasRelease = readFileSync("CHANGELOG.md", "utf8").includes(`## ${version}`);
  const told = Object.keys(read() as object);
  expect(told.includes("softwareVersion")).toBe(hasRelease);
  expect(told.includes("releaseDate")).toBe(hasRelease);
});
