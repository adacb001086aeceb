import { requirePermission } from "@/lib/auth";
import { isoDay } from "@/lib/durations";
import { exportData, exportFormats, type ExportFormat } from "@/lib/exports/commands";
import { exportDatasets, isExportName } from "@/lib/exports/datasets";

export const dynamic = "force-dynamic";

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** `POST /admin/exports/applications.csv`. No GET: each export stands in the audit log. */
export async function POST(
  _: Request,
  { params }: RouteContext<"/admin/exports/[file]">,
): Promise<Response> {
  await requirePermission("useOwnAccount");
  const [name = "", ending] = (await params).file.split(".");
  const format = exportFormats.find((each) => each === ending);
  if (!isExportName(name) || !format) return new Response(null, { status: 404 });
  const staff = await requirePermission(exportDatasets[name].permission);
  const chunks = await exportData(name, format, staff.id);
  return new Response(streamOf(chunks), {
    headers: {
      "content-type": mediaTypes[format],
      "content-disposition": `attachment; filename="${name}-${isoDay(new Date())}.${format}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Reads on only when the browser has taken what there is, and ends where it goes away. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
