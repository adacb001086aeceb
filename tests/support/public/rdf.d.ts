// What the tests use of packages that bring no types.

declare module "jsonld" {
  type Options = {
    format?: string;
    inputFormat?: string;
    algorithm?: string;
    base?: string;
    documentLoader?: (url: string) => Promise<{ documentUrl: string; document: unknown }>;
  };
  const jsonld: {
    expand(document: object, options?: Options): Promise<object[]>;
    toRDF(document: object, options: Options): Promise<string>;
    canonize(document: string, options: Options): Promise<string>;
  };
  export default jsonld;
}

declare module "n3" {
  import type ShaclValidator from "rdf-validate-shacl";
  export type DatasetCore = ConstructorParameters<typeof ShaclValidator>[0];
  export type Quad = DatasetCore extends Iterable<infer Each> ? Each : never;
  export class Parser {
    constructor(options?: { format?: string });
    parse(text: string): Quad[];
  }
  export class Writer {
    constructor(options?: { format?: string });
    quadsToString(quads: Iterable<Quad>): string;
  }
  // An interface would not do: it is made with `new`.
  export const Store: new (quads?: Quad[]) => DatasetCore;
}

declare module "rdf-parser-csvw" {
  import type { DatasetCore, Quad } from "n3";
  import type { Readable } from "node:stream";
  export default class Parser {
    constructor(options: { metadata: DatasetCore; baseIRI: string; timezone?: string });
    import(input: Readable): AsyncIterable<Quad>;
  }
}
