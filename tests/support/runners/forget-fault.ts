import { afterAll, inject } from "vitest";

// A thread that is kept for the next fault forgets the one before: the project's modules are made
// anew. The sample places stay; they were made without any fault.

type Module = { evaluated: boolean; promise: unknown; exports: unknown; importers: Set<string> };
const kept = globalThis as unknown as {
  __stryker__?: { activeMutant?: string };
  __vitest_worker__: { evaluatedModules: { idToModuleMap: Map<string, Module> } };
  faultBefore?: string;
};
const provided = inject as unknown as (name: string) => string | undefined;
const fault = provided("activeMutant");
const isSwitchedOn = provided("mode") === "mutant" && provided("mutantActivation") === "runtime";

if (isSwitchedOn && kept.faultBefore !== fault) {
  if (kept.faultBefore === undefined) await makeSample();
  else forgetModules();
  kept.faultBefore = fault;
}

afterAll(() => {
  if (kept.__stryker__) kept.__stryker__.activeMutant = undefined;
});

async function makeSample(): Promise<void> {
  const { resetDatabase } = await import("@/tests/support/database/reset");
  const { addSampleSignatories, loadSamplePlaces } =
    await import("@/tests/support/database/places");
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
}

function forgetModules(): void {
  const stays =
    /\/node_modules\/|tests\/support\/(places|forget-fault)|stryker-setup|prisma\/generated/;
  for (const [id, module] of kept.__vitest_worker__.evaluatedModules.idToModuleMap) {
    if (!id.startsWith(process.cwd()) || stays.test(id.slice(process.cwd().length))) continue;
    Object.assign(module, { evaluated: false, promise: undefined, exports: undefined });
    module.importers.clear();
  }
}
