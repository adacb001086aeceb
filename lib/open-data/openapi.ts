import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { contactAddress } from "@/lib/mail/contact-address";
import { pageAddress } from "@/lib/open-data/addresses";
import type { Dataset, Format } from "@/lib/open-data/dataset";
import { datasets } from "@/lib/open-data/datasets";
import { formats } from "@/lib/open-data/formats";
import { licence } from "@/lib/open-data/licence";

const t = () => translator(defaultLocale, "openData");

export const openApiDocument = () =>
  createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: t()("catalogTitle"),
        summary: t()("catalogDescription"),
        version: "1.0.0",
        contact: { email: contactAddress(), url: pageAddress("/open-data") },
        license: { name: licence.id, identifier: licence.id },
      },
      servers: [{ url: siteUrl() }],
      externalDocs: { url: pageAddress("/open-data") },
      tags: datasets.map(({ name }) => ({
        name,
        description: t()(`datasets.${name}.description`),
      })),
      paths: { ...Object.fromEntries(datasets.flatMap(filesOf)), ...snapshotPath() },
    },
    // Later fields may be added to v1: see json-schema.ts.
    {
      override: ({ jsonSchema }) => {
        delete jsonSchema.additionalProperties;
      },
    },
  );

const filesOf = (dataset: Dataset): [string, ZodOpenApiPathsObject[string]][] =>
  dataset.formats.map((format) => [
    `/data/v1/${dataset.name}.${format}`,
    {
      get: {
        operationId: `${dataset.name}_${format}`,
        tags: [dataset.name],
        summary: t()(`datasets.${dataset.name}.title`),
        parameters: [ifNoneMatch],
        responses: responsesOf(formats[format].mediaType, schemaOf(dataset, format)),
      },
    },
  ]);

const schemaOf = ({ document }: Dataset, format: Format) =>
  ({
    json: document,
    csv: z.string(),
    geojson: document.omit({ data: true }).extend({
      type: z.literal("FeatureCollection"),
      features: z.array(z.looseObject({ type: z.literal("Feature") })),
    }),
  })[format];

function snapshotPath(): ZodOpenApiPathsObject {
  const kept = datasets.filter(({ snapshots }) => snapshots !== "none");
  const [first = "", ...others] = kept.map(({ name }) => name as string);
  const path = z.object({
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .meta({ examples: ["2026-11"] }),
    dataset: z.enum([first, ...others]),
  });
  return {
    "/data/v1/snapshots/{month}/{dataset}.json": {
      get: {
        operationId: "snapshot_json",
        tags: ["snapshots"],
        summary: t()("snapshotTitle"),
        requestParams: { path },
        parameters: [ifNoneMatch],
        responses: {
          ...responsesOf(formats.json.mediaType, z.union(kept.map(({ document }) => document))),
          "404": { description: t()("answers.missing") },
        },
      },
    },
  };
}

const ifNoneMatch = {
  name: "If-None-Match",
  in: "header" as const,
  required: false,
  schema: { type: "string" as const },
};

const responsesOf = (mediaType: string, schema: z.ZodType) => ({
  "200": {
    description: t()("answers.found"),
    headers: { ETag: { schema: { type: "string" as const } } },
    content: { [mediaType]: { schema } },
  },
  "304": { description: t()("answers.unchanged") },
  "503": { description: t()("answers.busy") },
});
