import { searchPlaces } from "@/lib/places/search";

/**
 * Names as people type them, in many scripts; the beginnings that fit the most places are among
 * them.
 */
const typed = [
  "amsterdam",
  "barcelona",
  "new york city",
  "san francisco",
  "saint-denis",
  "santa maria",
  "são paulo",
  "villa maria",
  "la paz",
  "el alto",
  "mar del plata",
  "monterrey",
  "châteauroux",
  "bang kapi",
  "kansas city",
  "shanghai",
  "chennai",
  "port-au-prince",
  "kraków",
  "łódź",
  "zürich",
  "göteborg",
  "reykjavík",
  "llanfairpwllgwyngyll",
  "hồ chí minh",
  "istanbul",
  "springfield",
  "portland, maine",
  "paris texas",
  "gent belgium",
  "qqqq",
  "東京",
  "上海",
  "서울",
  "القاهرة",
  "بيروت",
  "تهران",
  "ירושלים",
  "Київ",
  "Москва",
  "Санкт-Петербург",
  "Αθήνα",
  "თბილისი",
  "Երևան",
  "मुंबई",
  "कोलकाता",
  "กรุงเทพ",
  "ঢাকা",
];

const maxTypedLength = 12;

/** What is asked while these names are typed, letter by letter. */
const queries = typed.flatMap((name) =>
  Array.from({ length: Math.min([...name].length, maxTypedLength) }, (_, index) =>
    [...name].slice(0, index + 1).join(""),
  ),
);

/**
 * Times each query in milliseconds, the first time that it is asked. The database must have all
 * places of the world.
 */
export async function measureSearch(): Promise<{ query: string; milliseconds: number }[]> {
  const measured = [];
  for (const query of queries) {
    const begin = performance.now();
    await searchPlaces(query);
    measured.push({ query, milliseconds: performance.now() - begin });
  }
  return measured;
}
