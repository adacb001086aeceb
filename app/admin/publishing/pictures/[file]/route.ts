import { requirePermission } from "@/lib/auth";
import { findAnyPicture } from "@/lib/publications/picture-queries";

export const dynamic = "force-dynamic";

/** `GET /admin/publishing/pictures/<id>.webp`: a picture in whatever state its publication is. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/admin/publishing/pictures/[file]">,
): Promise<Response> {
  await requirePermission("publish");
  const { file } = await params;
  const picture = await findAnyPicture(file.replace(/\.webp$/, ""));
  if (!picture) return new Response(null, { status: 404 });
  return new Response(picture, {
    headers: { "content-type": "image/webp", "cache-control": "private, max-age=3600" },
  });
}
