import { expect, test } from "vitest";
import { foldName } from "@/lib/places/fold-name";
import { englishNames } from "@/prisma/seed/english-names";
import { readGeoNames } from "@/prisma/seed/geonames";
import { searchNamesOf } from "@/prisma/seed/place-names";

const saoPaulo = {
  id: 3448439,
  name: "São Paulo",
  asciiName: "Sao Paulo",
  alternateNames: ["San Pablo", "SÃO PAULO", "sheng bao luo", "サンパウロ", ""],
  latitude: -23.5475,
  longitude: -46.63611,
  countryCode: "BR",
  regionName: "São Paulo",
  population: 12_400_232,
  timeZone: "America/Sao_Paulo",
};

test("a place is found by its own name, the words of it, and its other names, which weigh less", () => {
  expect(searchNamesOf(saoPaulo)).toEqual([
    { folded: "sao paulo", name: "São Paulo", isWhole: true, weight: 12_400_232 },
    { folded: "paulo", name: "São Paulo", isWhole: false, weight: 1_240_023 },
    { folded: "san pablo", name: "San Pablo", isWhole: true, weight: 1_240_023 },
    { folded: foldName("サンパウロ"), name: "サンパウロ", isWhole: true, weight: 1_240_023 },
  ]);
});

test("every English name that the seed prefers is one that GeoNames knows for the place", async () => {
  const known = new Set<string>();
  for await (const { id, alternateNames } of readGeoNames())
    for (const name of alternateNames) if (englishNames.get(id) === name) known.add(name);
  expect([...known].sort()).toEqual([...englishNames.values()].sort());
});
