/**
 * For processes that end soon: WebAssembly (the embedded database, the engine of migrations) is
 * compiled once and not optimised while it runs, which takes longer than it saves.
 */
export const onceCompiled = ["--liftoff-only"];
