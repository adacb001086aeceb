import { dataAddress } from "@/lib/open-data/addresses";
import type { Dataset } from "@/lib/open-data/dataset";
import { licence } from "@/lib/open-data/licence";
import { fieldSchemasOf, type Field } from "@/lib/open-data/json-schema";
import { defaultLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Metadata of the CSV file beside it, as "CSV on the Web" wants them (W3C, 2015). */
export function csvMetadataOf(dataset: Dataset) {
  const t = translator(defaultLocale, "openData.datasets");
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": defaultLocale }],
    url: dataAddress(`${dataset.name}.csv`),
    "dc:title": t(`${dataset.name}.title`),
    "dc:description": t(`${dataset.name}.description`),
    "dc:license": { "@id": licence.url },
    dialect: { encoding: "utf-8", header: true },
    tableSchema: {
      columns: fieldSchemasOf(dataset).map(columnOf),
      primaryKey: dataset.key,
    },
  };
}

const columnOf = (field: Field) => ({
  name: field.name,
  titles: field.name,
  "dc:description": field.description,
  datatype: datatypeOf(field),
  required: !field.isNullable,
});

const datatypes: Readonly<Record<string, string>> = {
  date: "date",
  "date-time": "dateTime",
  uri: "anyURI",
  integer: "integer",
  number: "double",
  boolean: "boolean",
};

const datatypeOf = ({ type, format }: Field): string =>
  datatypes[format ?? type] ?? datatypes[type] ?? "string";
