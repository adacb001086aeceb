import { measureSearch } from "@/tests/bench/search";
import { measureSubmit } from "@/tests/bench/submit";

// A process of its own on the database of DATABASE_URL: prints the 95th percentile of what the
// site's commands take, in milliseconds.

const percentile95 = (measured: number[]): number =>
  measured.sort((one, other) => one - other)[Math.floor(measured.length * 0.95)] ?? NaN;

const search = percentile95((await measureSearch()).map(({ milliseconds }) => milliseconds));
const submit = percentile95(await measureSubmit());
console.log(JSON.stringify({ search, submit }));
process.exit();
