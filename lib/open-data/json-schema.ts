import { z } from "zod";
import { dataAddress } from "@/lib/open-data/addresses";
import type { Dataset } from "@/lib/open-data/dataset";

/** Draft 2020-12. As `input`, because v1 may add fields that this one does not name yet. */
export const jsonSchemaOf = ({ name, document }: Dataset) => ({
  ...z.toJSONSchema(document, { io: "input" }),
  $id: dataAddress(`${name}.schema.json`),
});

export type Field = {
  name: string;
  description: string;
  /** In the words of JSON Schema. */
  type: string;
  format: string | null;
  isNullable: boolean;
};

type FieldSchema = {
  description?: string;
  /** Two of them where one is "null". */
  type?: string | string[];
  format?: string;
  anyOf?: FieldSchema[];
};

export function fieldSchemasOf({ row }: Pick<Dataset, "row">): Field[] {
  const { properties = {} } = z.toJSONSchema(row, { io: "input" });
  return Object.entries(properties as Record<string, FieldSchema>).map(
    ([name, { description = "", ...field }]) => {
      const kinds = field.anyOf ?? [field];
      const types = kinds.flatMap(({ type = [] }) => type);
      const type = types.find((each) => each !== "null") ?? "string";
      const format = kinds.find((kind) => kind.format)?.format ?? null;
      return { name, description, type, format, isNullable: types.includes("null") };
    },
  );
}
