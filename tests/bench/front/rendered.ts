import { regionMaps } from "@/lib/map/base-maps";
import { get } from "@/tests/bench/front/ask";
import { describe } from "@/tests/bench/front/compare";
import { load } from "@/tests/bench/front/load";
import { listCityPaths } from "@/tests/bench/front/signatories";
import { asMs, percentile, withThousands, type Figure } from "@/tests/bench/table";
import type { SiteProcess } from "@/tests/support/processes/site-process";

const atOnce = 4;
const wantedForms = "600/s";
const wantedLists = "350/s";
/** What the form of the list of cities can ask for. */
const years = ["2018", "2019", "2020", "2021", "2022"];

/** Pages with something of each visitor's own, or of each question's. */
export async function measureForms(
  { url }: SiteProcess,
  cityId: number,
  seconds: number,
): Promise<Figure[]> {
  const form = await load(`${url}/en/endorse/ask?city=${cityId}`, seconds, atOnce);
  const list = await load(`${url}/en/cities?year=2019`, seconds, atOnce);
  const unseen = years.flatMap((year) =>
    regionMaps.map(({ name }) => `/en/cities?year=${year}&region=${name}`),
  );
  const began = performance.now();
  const next = unseen.values();
  const ask = async () => {
    for (const path of next) await get(url + path);
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  const perSecond = (unseen.length * 1_000) / (performance.now() - began);
  return [
    {
      what: `The form of a city to endorse, ${atOnce} at once`,
      limit: wantedForms,
      measured: describe([form]),
    },
    {
      what: `A filtered list of cities that was asked for before, ${atOnce} at once`,
      limit: wantedLists,
      measured: describe([list]),
    },
    {
      what: `${unseen.length} filters that nobody has asked for, ${atOnce} at once`,
      measured: `${withThousands(perSecond)}/s`,
    },
  ];
}

/** Pages that nobody has asked for before, one after the other. */
export async function renderCold({ url }: SiteProcess, count: number): Promise<Figure[]> {
  const times: number[] = [];
  for (const path of (await listCityPaths()).slice(-count))
    times.push((await get(url + path)).milliseconds);
  return [
    {
      what: `A page that is not remembered (${times.length})`,
      measured: `p50 ${asMs(percentile(times, 0.5))}, p99 ${asMs(percentile(times, 0.99))}`,
    },
  ];
}
