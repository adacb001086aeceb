import { findMandateFile } from "@/lib/applications/files/queries";
import { requireReviewer } from "@/lib/auth";
import { recordOpening } from "@/lib/staff/openings";

export const dynamic = "force-dynamic";

const types = {
  pdf: { contentType: "application/pdf", extension: "pdf" },
  jpeg: { contentType: "image/jpeg", extension: "jpg" },
} as const;

/** `GET /admin/applications/<id>/files/<id>`: a file that an applicant has added, to download. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/admin/applications/[id]/files/[file]">,
): Promise<Response> {
  const staff = await requireReviewer();
  const { id, file: fileId } = await params;
  const file = await findMandateFile(id, fileId);
  if (!file) return new Response(null, { status: 404 });
  const { application, format, number, bytes } = file;
  await recordOpening(staff.id, "mandate_file", application);
  const { contentType, extension } = types[format];
  return new Response(bytes, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${application.reference}-${number}.${extension}"`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
