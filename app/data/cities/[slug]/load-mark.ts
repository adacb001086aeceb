import { cityMark, type CityMark } from "@/lib/cities/city-mark";
import { findCity } from "@/lib/cities/queries";
import { problemResponse } from "@/lib/problem";

export type MarkParams = { params: Promise<{ slug: string }> };

/** Only members have one. */
export async function loadMark({ params }: MarkParams): Promise<CityMark | null> {
  const city = await findCity((await params).slug);
  return city && cityMark(city);
}

export const noMark = (): Response => problemResponse(404, "There is no such city.");
