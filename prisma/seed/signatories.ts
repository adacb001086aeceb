import { addSignatory, ensureCity } from "@/lib/cities/commands";
import type { Transaction } from "@/lib/db";

/** The founders signed on the day of the launch. */
const founding = { signedOn: new Date("2018-11-14"), isFounder: true };
/** The others were announced with the campaign: the day each of them signed is not known. */
const campaign = { announcedOn: new Date("2019-03-28") };
/** The first signatories signed the five principles as launched in 2018. */
const declarationVersion = "2018";

/** GeoNames id, and the name that the coalition uses. */
const founders: [number, string][] = [
  [2759794, "Amsterdam"],
  [3128760, "Barcelona"],
  [5128581, "New York City"],
];

const announcedWithTheCampaign: [number, string][] = [
  [264371, "Athens"],
  [4671654, "Austin"], // Texas
  [2950159, "Berlin"],
  [3060972, "Bratislava"],
  [4459467, "Cary"], // North Carolina
  [4887398, "Chicago"],
  [681290, "Cluj-Napoca"],
  [3014728, "Grenoble"],
  [4005539, "Guadalajara"],
  [658225, "Helsinki"],
  [4393217, "Kansas City"], // Missouri: the source names no state, and this is the larger of the two
  [2643743, "London"], // the United Kingdom's
  [5368361, "Los Angeles"],
  [2996944, "Lyon"],
  [3173435, "Milan"],
  [524901, "Moscow"], // Russia's
  [4560349, "Philadelphia"], // Pennsylvania
  [5746545, "Portland"], // Oregon
  [5392171, "San Jose"], // California
  [3183875, "Tirana"],
  [3165524, "Torino"], // GeoNames: Turin
  [2761369, "Vienna"],
  [3104324, "Zaragoza"],
];

/**
 * The GeoNames ids of the cities that are known by name to have signed, or were announced, by 28
 * March 2019.
 */
export const firstSignatoryNames = [...founders, ...announcedWithTheCampaign].map(
  ([, name]) => name,
);
export const firstSignatoryIds = [...founders, ...announcedWithTheCampaign].map(([id]) => id);

/** Puts the first 26 signatories on the public list. Their places must be there. */
export async function addFirstSignatories(tx: Transaction): Promise<void> {
  for (const [placeId, name] of founders) await addFirstSignatory(tx, placeId, name, founding);
  for (const [placeId, name] of announcedWithTheCampaign)
    await addFirstSignatory(tx, placeId, name, campaign);
}

async function addFirstSignatory(
  tx: Transaction,
  placeId: number,
  name: string,
  known: typeof founding | typeof campaign,
): Promise<void> {
  const city = await ensureCity(tx, placeId, name);
  await addSignatory(tx, {
    cityId: city.id,
    name,
    ...known,
    applicationId: null,
    declarationVersion,
  });
}
