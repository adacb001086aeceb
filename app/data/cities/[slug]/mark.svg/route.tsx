import { loadMark, noMark, type MarkParams } from "@/app/data/cities/[slug]/load-mark";
import { svgFile } from "@/components/cards/night-picture";
import { LoneCityMark } from "@/components/cities/city-mark";

/** `GET /data/cities/tirana/mark.svg`: the mark of a member city. */
export async function GET(_request: Request, context: MarkParams): Promise<Response> {
  const mark = await loadMark(context);
  if (!mark) return noMark();
  return new Response(await svgFile(<LoneCityMark mark={mark} />), {
    headers: { "content-type": "image/svg+xml" },
  });
}
