import { load, type Load } from "@/tests/bench/front/load";
import { startBareNode, startNginx, type Opponent } from "@/tests/bench/front/servers";
import { asMs, percentile, withThousands, type Figure } from "@/tests/bench/table";
import type { SiteProcess } from "@/tests/support/processes/site-process";

/** Of the bare server and of nginx. */
const wantedShares = [0.85, 0.7] as const;
const wantedTimesNext = 8;
/** On a machine that others use too, the servers are only comparable in turn. */
const rounds = 5;

type Servers = { site: SiteProcess; plain: Opponent; directory: string };

/** Requests per second, each page at each server, in turn. */
export async function compare(
  list: string,
  paths: string[],
  { site, plain, directory }: Servers,
  seconds: number,
): Promise<Figure[]> {
  const files = await startNginx(directory, site.url, paths);
  const figures: Figure[] = [];
  for (const path of paths) {
    const bare = await startBareNode(site.url, path);
    const ours: Load[] = [];
    const node: Load[] = [];
    const nginx: Load[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await load(site.url + path, seconds));
      node.push(await load(bare.url + path, seconds));
      if (files) nginx.push(await load(files.url + files.pathOf(path), seconds));
    }
    await bare.stop();
    const next = await load(plain.url + plain.pathOf(path), seconds);
    const what = `${path}, ${list}`;
    figures.push(
      {
        what: `${what}: this site`,
        limit: `${withThousands(wantedTimesNext * next.requestsPerSecond)}/s`,
        measured: describe(ours),
      },
      { what: `${what}: a bare Node server`, measured: describe(node) },
      {
        what: `${what}: nginx, one worker`,
        measured: files ? describe(nginx) : "nginx is not installed",
      },
      { what: `${what}: next start`, measured: describe([next]) },
      {
        what: `${what}: of the bare server, of nginx, median and each of ${rounds} rounds`,
        limit: wantedShares.join(", "),
        measured: [node, nginx].map((other) => describeShares(ours, other)).join("; "),
      },
    );
  }
  await files?.stop();
  return figures;
}

/** The median of the rounds. */
export function describe(loads: readonly Load[]): string {
  const of = (key: keyof Load) =>
    percentile(
      loads.map((each) => each[key]),
      0.5,
    );
  const errors = loads.reduce((sum, each) => sum + each.errors, 0);
  return `${withThousands(of("requestsPerSecond"))}/s, p99 ${asMs(of("p99"))}${errors > 0 ? `, ${errors} errors` : ""}`;
}

function describeShares(ours: readonly Load[], other: readonly Load[]): string {
  const shares = other.map(
    ({ requestsPerSecond }, round) => (ours[round]?.requestsPerSecond ?? NaN) / requestsPerSecond,
  );
  const each = shares.map((share) => share.toFixed(2)).join(" ");
  return shares.length > 0 ? `${percentile(shares, 0.5).toFixed(2)} (${each})` : "not measured";
}
