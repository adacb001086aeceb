import { z } from "zod";

/** What stands around the rows of every dataset. */
export const documentSchemaOf = (name: string, row: z.ZodObject) =>
  z
    .object({
      dataset: z.literal(name).meta({ description: "Name of the dataset." }),
      generated_at: z.iso.datetime().meta({
        description:
          "When what this site publishes last changed. The file stays the same until it changes again.",
      }),
      licence: z
        .object({
          id: z.string().meta({ description: "SPDX identifier of the licence." }),
          url: z.url().meta({ description: "Text of the licence." }),
          attribution: z.string().meta({ description: "Whom to name when you use the data." }),
        })
        .meta({ description: "What you may do with the data." }),
      sources: z
        .array(
          z.object({
            name: z.string().meta({ description: "Who made it." }),
            url: z.url().meta({ description: "Where it comes from." }),
            licence: z.string().meta({ description: "SPDX identifier of its licence." }),
            used_for: z.string().meta({ description: "What was taken from it." }),
          }),
        )
        .meta({ description: "Data of others that stand in the rows. Name these sources too." }),
      contact: z.email().meta({ description: "Where questions and corrections go." }),
      documentation: z.url().meta({ description: "Page that explains the data." }),
      schema: z.url().meta({ description: "JSON Schema of this file." }),
      data: z.array(row).meta({ description: "The rows." }),
    })
    .meta({ title: name });
