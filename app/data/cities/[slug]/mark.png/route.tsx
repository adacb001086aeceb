import { oneAtATime, png } from "@/app/png";
import { loadMark, noMark, type MarkParams } from "@/app/data/cities/[slug]/load-mark";
import { nightPicture } from "@/components/cards/night-picture";
import { LoneCityMark } from "@/components/cities/city-mark";

const side = 1024;

/** `GET /data/cities/tirana/mark.png`: the mark of a member city, 1024 pixels wide and high. */
export async function GET(_request: Request, context: MarkParams): Promise<Response> {
  const mark = await loadMark(context);
  if (!mark) return noMark();
  const picture = await nightPicture(<LoneCityMark mark={mark} />);
  const drawn = await oneAtATime(() =>
    png(<img src={picture} width={side} height={side} alt="" />, { width: side, height: side }),
  );
  return new Response(new Uint8Array(drawn), { headers: { "content-type": "image/png" } });
}
