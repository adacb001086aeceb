import { findPublicPicture } from "@/lib/publications/picture-queries";

export const dynamic = "force-dynamic";

/** `GET /data/pictures/<id>.webp`: a picture of what editors published, while it is public. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/data/pictures/[file]">,
): Promise<Response> {
  const { file } = await params;
  const picture = file.endsWith(".webp")
    ? await findPublicPicture(file.slice(0, -".webp".length))
    : null;
  if (!picture) return new Response(null, { status: 404 });
  return new Response(picture, { headers: { "content-type": "image/webp" } });
}
