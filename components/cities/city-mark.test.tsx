import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { svgFile } from "@/components/cards/night-picture";
import { LoneCityMark } from "@/components/cities/city-mark";
import { cityMark } from "@/lib/cities/city-mark";

const amsterdam = { cityId: 2759794, name: "Amsterdam", latitude: 52.37403, longitude: 4.88969 };
const fileOf = (name: string) => svgFile(<LoneCityMark mark={cityMark({ ...amsterdam, name })} />);

test.each(["Amsterdam", "New York City", "西安", '</svg><script>alert("1")</script>'])(
  "the mark of %j is an SVG file that fetches nothing and runs nothing",
  async (name) => {
    const svg = await fileOf(name);
    const { valid, errors } = await validateXML({
      xml: { fileName: "mark.svg", contents: svg },
      normalization: "c14n",
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 48 48"/);
    expect(svg).not.toMatch(/<(?:script|style|image|foreignObject)|href="[^#]|\son/);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${id}`);
    const used = [...svg.matchAll(/ href="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(used)).toEqual(new Set(ids));
    expect(ids.length).toBe(new Set(ids).size);
  },
);
