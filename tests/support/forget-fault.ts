import { afterAll } from "vitest";

// What is loaded between two runs is loaded without the fault of the one before.
afterAll(() => {
  const { __stryker__: stryker } = globalThis as { __stryker__?: { activeMutant?: string } };
  if (stryker) stryker.activeMutant = undefined;
});
