import { readFile } from "node:fs/promises";
import { join } from "node:path";

const directory = join(/* turbopackIgnore: true */ process.cwd(), "content", "examples");

export const exampleFiles = ["member_cities.py", "member_cities.R"] as const;

export type ExampleFile = (typeof exampleFiles)[number];

export const examplePath = (file: ExampleFile): string => join(directory, file);

export const readExample = (file: ExampleFile): Promise<string> =>
  readFile(examplePath(file), "utf8");
