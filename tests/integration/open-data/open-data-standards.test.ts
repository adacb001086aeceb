import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { getIssues } from "@placemarkio/check-geojson";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import jsonld from "jsonld";
import { Parser, Store, Writer, type DatasetCore, type Quad } from "n3";
import CsvwParser from "rdf-parser-csvw";
import ShaclValidator from "rdf-validate-shacl";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approveApplication, declineApplication } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { datasets } from "@/lib/open-data/datasets";
import { takeSnapshots } from "@/lib/open-data/snapshot-commands";
import { endorseAndConfirm, storeConfirmedEndorsements } from "@/tests/support/endorse";
import { readData, readRows } from "@/tests/support/public/open-data";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { recordResult } from "@/tests/support/runners/record-result";
import { resetDatabase } from "@/tests/support/database/reset";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  tickAllEvidence,
} from "@/tests/support/applications/review";

// What is said to follow a standard is read here by programs of others, which know it.

const key = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

async function approve(id: string, staffId: string): Promise<void> {
  await tickAllEvidence(await openReview(id, staffId));
  const approval = { name: "Tokyo", signedOn: new Date("2026-11-20"), message: null };
  await approveApplication(await openReview(id, staffId), approval);
}

beforeAll(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
  await storeConfirmedEndorsements(12);
  await endorseAndConfirm({ cityId: placeIds.antwerp });
  const staffId = await hireReviewer();
  await approve(await submitConfirmed({ submissionKey: key(1), cityId: placeIds.tokyo }), staffId);
  await prisma.checklistAnswer.updateMany({
    where: { area: "process" },
    data: { description: 'In "two",\nor more lines.' },
  });
  const declined = await submitConfirmed({ submissionKey: key(2), cityId: placeIds.eindhoven });
  const reason = { reason: "no_mandate", message: "There is none." } as const;
  await declineApplication(await openReview(declined, staffId), reason);
  await recordStep({
    ...{ cityId: placeIds.moscow, kind: "suspended", note: null, staffId, seenSteps: 0 },
    publicReason: "It has not kept its word.",
  });
  await takeSnapshots(new Date("2026-11-01T00:01:00Z"));
});

const named = datasets.map(({ name }) => name);
const withCsv = datasets.filter(({ formats }) => formats.includes("csv"));

const files = [
  ...named.map((name) => `${name}.json`),
  ...withCsv.map(({ name }) => `${name}.csv`),
  ...["signatories.geojson", "openapi.json", "catalog.ttl", "catalog.jsonld"],
];
/** A file counts as one with a fault until somebody else's program has read it without. */
const withFault = new Set(files);
afterAll(() => {
  const result = { value: withFault.size, sample: files.length };
  recordResult("invalidFiles", result, "open-data");
});

describe("JSON Schema, read by ajv", () => {
  const validatorOf = async (name: string) => {
    const ajv = new Ajv2020({ allErrors: true, strict: true });
    formats(ajv);
    return ajv.compile(JSON.parse(await readData(`${name}.schema.json`)) as object);
  };

  test.each(named)("%s has rows, and fits its schema", async (name) => {
    const validate = await validatorOf(name);
    const document = JSON.parse(await readData(`${name}.json`)) as { data: unknown[] };
    expect(document.data.length).toBeGreaterThan(0);
    expect([validate(document), validate.errors]).toEqual([true, null]);
    withFault.delete(`${name}.json`);
  });

  test.each(named)("%s without a field, or with a number for a name, does not", async (name) => {
    const validate = await validatorOf(name);
    const document = JSON.parse(await readData(`${name}.json`)) as { data: object[] };
    const [first] = document.data;
    const rest = Object.entries(first!).slice(1);
    expect(validate({ ...document, data: [Object.fromEntries(rest)] })).toBe(false);
    expect(validate({ ...document, dataset: 7 })).toBe(false);
  });

  test("a snapshot fits the schema of its dataset", async () => {
    const validate = await validatorOf("signatories");
    const snapshot = JSON.parse(await readData("snapshots/2026-11/signatories.json")) as object;
    expect([validate(snapshot), validate.errors]).toEqual([true, null]);
  });
});

test("GeoJSON, read by check-geojson: a point for each member city, where it lies", async () => {
  const text = await readData("signatories.geojson");
  expect(getIssues(text)).toEqual([]);
  withFault.delete("signatories.geojson");
  const { features } = JSON.parse(text) as GeoJSON.FeatureCollection<GeoJSON.Point>;
  const amsterdam = features.find(({ id }) => id === placeIds.amsterdam);
  expect(features).toHaveLength((await readRows("signatories.json")).length);
  expect(amsterdam?.geometry.coordinates).toEqual([4.88969, 52.37403]);
  expect(getIssues(text.replace("[", "[[")).length).toBeGreaterThan(0);
});

describe("CSV on the Web, read by rdf-parser-csvw with the metadata beside the file", () => {
  const require = createRequire(import.meta.url);
  // The W3C's own context, which the reader brings for its tests.
  const context: unknown = JSON.parse(
    readFileSync(
      join(dirname(require.resolve("rdf-parser-csvw")), "test/support/csvw.json"),
      "utf8",
    ),
  );

  async function readCsvw(name: string): Promise<Quad[]> {
    const metadata = JSON.parse(await readData(`${name}.csv-metadata.json`)) as object;
    const quads = await jsonld.toRDF(metadata, {
      format: "application/n-quads",
      base: "https://coalition.example/data/v1/",
      documentLoader: (url) => Promise.resolve({ documentUrl: url, document: context }),
    });
    const parser = new CsvwParser({
      metadata: new Store(new Parser({ format: "N-Quads" }).parse(quads)),
      baseIRI: "",
      timezone: "utc",
    });
    const read: Quad[] = [];
    for await (const quad of parser.import(Readable.from([await readData(`${name}.csv`)])))
      read.push(quad);
    return read;
  }

  test.each(withCsv.map(({ name }) => name))("%s says what its JSON says", async (name) => {
    const quads = await readCsvw(name);
    const rows = await readRows(`${name}.json`);
    const fields = Object.keys(rows[0] ?? {});
    const byField = (valuesOf: (field: string) => unknown[]) =>
      Object.fromEntries(fields.map((field) => [field, valuesOf(field)]));
    const inCsv = byField((field) =>
      quads
        .filter(({ predicate }) => predicate.value === `#${field}`)
        .map(({ object }) => object.value),
    );
    const inJson = byField((field) =>
      rows
        .map((row) => row[field])
        .filter((value) => value !== null)
        .map(String),
    );
    expect(inCsv).toEqual(inJson);
    withFault.delete(`${name}.csv`);
  });

  test("a number that may be missing is a number where it is there", async () => {
    const quads = await readCsvw("endorsements");
    const residents = quads.find(({ predicate }) => predicate.value === "#residents")?.object;
    expect(residents).toMatchObject({
      value: "12",
      datatype: { value: "http://www.w3.org/2001/XMLSchema#integer" },
    });
  });

  test("the metadata say which cells may be empty", async () => {
    const metadata = JSON.parse(await readData("signatories.csv-metadata.json")) as {
      tableSchema: { columns: { name: string; required: boolean }[] };
    };
    const optional = metadata.tableSchema.columns.filter(({ required }) => !required);
    expect(optional.map(({ name }) => name)).toEqual(["region", "signed_on", "announced_on"]);
  });

  test("its cells have the types of their fields", async () => {
    const quads = await readCsvw("signatories");
    const typeOf = (field: string) => {
      const quad = quads.find(({ predicate }) => predicate.value === `#${field}`);
      return quad?.object.termType === "Literal" ? quad.object.datatype.value : undefined;
    };
    const xsd = "http://www.w3.org/2001/XMLSchema#";
    expect({
      id: typeOf("geonames_id"),
      name: typeOf("name"),
      latitude: typeOf("latitude"),
      signed: typeOf("signed_on"),
      founder: typeOf("is_founder"),
      page: typeOf("page"),
    }).toEqual({
      id: `${xsd}integer`,
      name: `${xsd}string`,
      latitude: `${xsd}double`,
      signed: `${xsd}date`,
      founder: `${xsd}boolean`,
      page: `${xsd}anyURI`,
    });
  });
});

test("OpenAPI 3.1, read by openapi-schema-validator: every file and format is in it", async () => {
  const document = JSON.parse(await readData("openapi.json")) as { paths: object };
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect([valid, errors]).toEqual([true, undefined]);
  withFault.delete("openapi.json");
  expect(Object.keys(document.paths)).toEqual([
    ...datasets.flatMap(({ name, formats }) =>
      formats.map((format) => `/data/v1/${name}.${format}`),
    ),
    "/data/v1/snapshots/{month}/{dataset}.json",
  ]);
  const broken = { ...document, paths: { "no-slash": 7 } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

describe("the catalogue", () => {
  const canonical = (quads: string) =>
    jsonld.canonize(quads, {
      algorithm: "RDFC-1.0",
      inputFormat: "application/n-quads",
      format: "application/n-quads",
    });
  const readTurtle = async () => new Parser().parse(await readData("catalog.ttl"));
  const refuse = (url: string) => Promise.reject(new Error(`${url} was fetched.`));
  const validate = (catalog: DatasetCore, file: string) =>
    new ShaclValidator(new Store(new Parser().parse(readFileSync(file, "utf8")))).validate(catalog);

  const violations = async (catalog: DatasetCore, file = "shapes.ttl") => {
    const { results } = await validate(catalog, `tests/support/public/dcat-ap/${file}`);
    return results.map(({ path, focusNode }) => `${valueOf(focusNode)} ${valueOf(path)}`);
  };

  const valueOf = (term: unknown): string => (term as { value?: string } | null)?.value ?? "";

  test("says the same in Turtle, read by n3, and in JSON-LD, read by jsonld", async () => {
    const document = JSON.parse(await readData("catalog.jsonld")) as object;
    const fromJson = await jsonld.toRDF(document, {
      format: "application/n-quads",
      documentLoader: refuse,
    });
    const fromTurtle = new Writer({ format: "N-Quads" }).quadsToString(await readTurtle());
    expect(await canonical(fromJson)).toBe(await canonical(fromTurtle));
    withFault.delete("catalog.jsonld");
  });

  test("fits the shapes of DCAT-AP 3, read by rdf-validate-shacl", async () => {
    expect(await violations(new Store(await readTurtle()))).toEqual([]);
    withFault.delete("catalog.ttl");
  });

  test.each(["description", "accessURL", "endpointURL", "name"])(
    "does not fit them without its %s",
    async (property) => {
      const quads = (await readTurtle()).filter(
        ({ predicate }) => !new RegExp(`[/#]${property}$`).test(predicate.value),
      );
      const found = await violations(new Store(quads));
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((each) => each.endsWith(property))).toBe(true);
    },
  );

  const authority = "http://publications.europa.eu/resource/authority";

  test.each([
    ["theme", `${authority}/data-theme/`],
    ["language", `${authority}/language/`],
    ["format", `${authority}/file-type/`],
    ["accrualPeriodicity", `${authority}/frequency/`],
    ["availability", `${authority}/planned-availability/`],
    ["accessRights", `${authority}/access-right/PUBLIC`],
    ["mediaType", "https://www.iana.org/assignments/media-types/"],
    ["spatial", "https://sws.geonames.org/"],
    ["type", "http://purl.org/adms/licencetype/"],
  ])("does not fit them where a %s is not of its vocabulary", async (property, vocabulary) => {
    const turtle = await readData("catalog.ttl");
    const elsewhere = turtle.replaceAll(vocabulary, "https://words.example/");
    expect(elsewhere).not.toBe(turtle);
    const found = await violations(new Store(new Parser().parse(elsewhere)));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((each) => each.endsWith(property))).toBe(true);
  });

  test("does not fit them where its terms do not say of which list they are", async () => {
    const quads = (await readTurtle()).filter(
      ({ predicate }) => !predicate.value.endsWith("#inScheme"),
    );
    const found = await violations(new Store(quads));
    const properties = new Set(found.map((each) => each.replace(/^.*[/#]/, "")));
    expect([...properties].sort()).toEqual([
      ...["accessRights", "accrualPeriodicity", "availability", "format", "language"],
      ...["theme", "type"],
    ]);
  });

  // The shapes that SEMIC publishes are not kept here: see tests/support/public/dcat-ap/README.md.
  const published = process.env.DCAT_AP_SHAPES;
  test.runIf(published)("violates none of the published shapes", async () => {
    const files = globSync(`${published}/*.ttl`);
    expect(files).not.toEqual([]);
    for (const file of files) {
      const { results } = await validate(new Store(await readTurtle()), file);
      const severe = results.filter(({ severity }) => valueOf(severity).endsWith("#Violation"));
      expect(
        severe.map(({ message }) => message.map(valueOf)),
        file,
      ).toEqual([]);
    }
  });

  test("has all that is recommended, but for what nobody has decided or could say", async () => {
    const missing = await violations(new Store(await readTurtle()), "recommended.ttl");
    const properties = new Set(missing.map((each) => each.replace(/^.*[/#]/, "")));
    // When the catalogue was first published, of which kind its publisher is, and the time that
    // datasets cover, which goes on.
    expect([...properties].sort()).toEqual(["issued", "temporal", "type"]);
    expect(missing.filter((each) => each.endsWith("type"))).toEqual([
      expect.stringContaining("#publisher "),
    ]);
  });

  test("leads to files that are there", async () => {
    const addresses = (await readTurtle())
      .filter(({ predicate }) =>
        /[/#](downloadURL|endpointDescription|conformsTo)$/.test(predicate.value),
      )
      .map(({ object }) => object.value.replace(/^.*\/data\/v1\//, ""));
    expect(addresses.length).toBeGreaterThan(datasets.length);
    for (const address of addresses) expect((await readData(address)).length).toBeGreaterThan(0);
  });
});
