import type { StaffSite } from "@/tests/bench/staff/site";
import { residentMemory } from "@/tests/bench/process-memory";
import { withThousands, type Figure } from "@/tests/bench/table";

const sampleMs = 100;

/** By how much the site grows while a table of almost a million rows goes out as a file. */
export async function measureExports(site: StaffSite): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const file of ["log.csv", "log.xlsx"]) {
    const { idle, highest, bytes, milliseconds } = await watch(site, file);
    figures.push({
      what: `Export of ${file}, ${withThousands(bytes / 1_000_000)} MB in ${(milliseconds / 1000).toFixed(0)} s: memory before, and added at most`,
      measured: `${idle.toFixed(0)} MB, ${(highest - idle).toFixed(0)} MB`,
      limit: "added: 150 MB",
    });
  }
  return figures;
}

async function watch({ ask, pid }: StaffSite, file: string) {
  const began = performance.now();
  const idle = residentMemory(pid);
  let highest = idle;
  const sampler = setInterval(() => {
    highest = Math.max(highest, residentMemory(pid));
  }, sampleMs);
  try {
    const answer = await ask(`/admin/exports/${file}`, { method: "POST" });
    if (answer.status !== 200) throw new Error(`${file} answered ${answer.status}.`);
    let bytes = 0;
    for await (const chunk of answer.body ?? []) bytes += chunk.length;
    return { idle, highest, bytes, milliseconds: performance.now() - began };
  } finally {
    clearInterval(sampler);
  }
}
