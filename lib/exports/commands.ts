import { exportDatasets, type ExportName } from "@/lib/exports/datasets";
import { writeCsv } from "@/lib/exports/write-csv";
import { writeXlsx } from "@/lib/exports/write-xlsx";
import { prisma } from "@/lib/db";
import { recordEvent } from "@/lib/events";

export const exportFormats = ["csv", "xlsx"] as const;

export type ExportFormat = (typeof exportFormats)[number];

const writers = { csv: writeCsv, xlsx: writeXlsx };

/** Stands in the audit log before the first byte goes out. */
export async function exportData(
  name: ExportName,
  format: ExportFormat,
  staffId: string,
): Promise<AsyncGenerator<Uint8Array>> {
  await recordEvent(prisma, {
    kind: "data_exported",
    actor: "staff",
    staffId,
    detail: { dataset: name, format },
  });
  return writers[format](exportDatasets[name]);
}
